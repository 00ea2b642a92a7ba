import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActingPost, Answers, Can } from '@relais/server/kernel';
import type { Actor } from '@relais/domain';
import {
  AvailabilityView,
  BusyQuery,
  BusyView,
  ClashesQuery,
  ClashList,
  KeepAvailabilityRequest,
  PartnerList,
  PartnersQuery,
  SlotList,
  SlotsQuery,
} from './agenda.messages';
import { AppointmentList } from './appointments.messages';
import { FindClashes } from './find-clashes';
import { FindSlots } from './find-slots';
import { KeepAvailability } from './keep-availability';
import { ListBusy } from './list-busy';
import { ListPartners } from './list-partners';
import { ListToFill } from './list-to-fill';

@ApiTags('agenda')
@Controller('agenda')
export class AgendaController {
  constructor(
    private readonly availability: KeepAvailability,
    private readonly busy: ListBusy,
    private readonly clashes: FindClashes,
    private readonly slots: FindSlots,
    private readonly partners: ListPartners,
    private readonly toFill: ListToFill,
  ) {}

  @Get('availability')
  @Can('appointment.plan')
  @Answers(AvailabilityView)
  showAvailability(): Promise<AvailabilityView> {
    return this.availability.mine();
  }

  @Put('availability')
  @Can('appointment.plan')
  @Answers(AvailabilityView)
  keepAvailability(@Body() request: KeepAvailabilityRequest): Promise<AvailabilityView> {
    return this.availability.execute(request);
  }

  @Get('busy')
  @Can('appointment.plan')
  @Answers(BusyView)
  showBusy(@Query() query: BusyQuery): Promise<BusyView> {
    return this.busy.execute(query);
  }

  @Get('partners')
  @Can('appointment.plan')
  @Answers(PartnerList)
  listPartners(@Query() { beneficiaryId }: PartnersQuery): Promise<PartnerList> {
    return this.partners.execute(beneficiaryId);
  }

  @Get('slots')
  @Can('appointment.plan')
  @Answers(SlotList)
  findSlots(@Query() query: SlotsQuery): Promise<SlotList> {
    return this.slots.execute(query);
  }

  @Get('clashes')
  @Can('appointment.plan')
  @Answers(ClashList)
  async findClashes(@ActingPost() { postId }: Actor, @Query() query: ClashesQuery): Promise<ClashList> {
    const { hostId = postId, withPostId, appointmentId: exceptId, startsAt, minutes } = query;
    return { items: await this.clashes.execute({ postIds: [hostId, withPostId], startsAt, minutes, exceptId }) };
  }

  @Get('to-fill')
  @Can('appointment.plan')
  @Answers(AppointmentList)
  listToFill(): Promise<AppointmentList> {
    return this.toFill.execute();
  }
}
