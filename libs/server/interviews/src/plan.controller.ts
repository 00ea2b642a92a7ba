import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { KeepPlan } from './keep-plan';
import { OrderRequest, PlanView } from './plan.messages';
import { RecapView } from './recap.messages';
import { ShowPlan } from './show-plan';
import { ShowRecap } from './show-recap';

@ApiTags('plan')
@Controller('beneficiaries/:id')
export class PlanController {
  constructor(
    private readonly show: ShowPlan,
    private readonly keep: KeepPlan,
    private readonly recap: ShowRecap,
  ) {}

  @Get('plan')
  @Can('plan.show')
  @Answers(PlanView)
  @OfId()
  showPlan(@Param('id', ExistingId) id: Id): Promise<PlanView> {
    return this.show.execute(id);
  }

  @Put('plan/order')
  @Can('plan.write')
  @Answers(PlanView)
  @OfId()
  orderPlan(@Param('id', ExistingId) id: Id, @Body() { order }: OrderRequest): Promise<PlanView> {
    return this.keep.order(id, order);
  }

  @Post('plan/review')
  @Can('plan.write')
  @Answers(PlanView)
  @OfId()
  reviewPlan(@Param('id', ExistingId) id: Id): Promise<PlanView> {
    return this.keep.review(id);
  }

  @Get('recap')
  @Can('interview.show')
  @Answers(RecapView)
  @OfId()
  showRecap(@Param('id', ExistingId) id: Id): Promise<RecapView> {
    return this.recap.execute(id);
  }
}
