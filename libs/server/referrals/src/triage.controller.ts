import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { SnoozeReferral } from './snooze-referral';
import { SnoozeRequest, Watchers } from './triage.messages';
import { WatchReferral } from './watch-referral';

@ApiTags('referrals')
@Controller('referrals')
export class TriageController {
  constructor(
    private readonly snooze: SnoozeReferral,
    private readonly watch: WatchReferral,
  ) {}

  @Post(':id/snooze')
  @Can('referral.answer')
  @Answers()
  @OfId()
  snoozeReferral(@Param('id', ExistingId) id: Id, @Body() request: SnoozeRequest): Promise<void> {
    return this.snooze.execute(id, request);
  }

  @Post(':id/watch')
  @Can('referral.show')
  @Answers(Watchers)
  @OfId()
  watchReferral(@Param('id', ExistingId) id: Id): Promise<Watchers> {
    return this.watch.execute(id);
  }
}
