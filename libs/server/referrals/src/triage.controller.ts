import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, Id } from '@relais/domain';
import { ActingPost, Answers, AnswersAs, Can, ExistingId, OfId } from '@relais/server/kernel';
import type { FastifyReply } from 'fastify';
import { Places } from './places';
import { PrintPersonSheet } from './print-person-sheet';
import { SnoozeReferral } from './snooze-referral';
import { PlacesRequest, PlacesView, SnoozeRequest, Watchers } from './triage.messages';
import { WatchReferral } from './watch-referral';

@ApiTags('referrals')
@Controller('referrals')
export class TriageController {
  constructor(
    private readonly snooze: SnoozeReferral,
    private readonly watch: WatchReferral,
    private readonly sheet: PrintPersonSheet,
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

  @Get(':id/person-sheet')
  @Can('referral.show')
  @AnswersAs('application/pdf')
  @OfId()
  async printPersonSheet(@ActingPost() actor: Actor, @Param('id', ExistingId) id: Id, @Res() reply: FastifyReply): Promise<void> {
    const paper = await this.sheet.execute(actor, id);
    await reply.header('content-type', 'application/pdf').header('content-disposition', 'inline; filename="orientation.pdf"').send(paper);
  }
}

@ApiTags('referrals')
@Controller('units')
export class PlacesController {
  constructor(private readonly places: Places) {}

  @Post(':id/places')
  @Can('places.tell')
  @Answers(PlacesView)
  @OfId()
  tellPlaces(@Param('id', ExistingId) id: Id, @Body() { places }: PlacesRequest): Promise<PlacesView> {
    return this.places.tell(id, places);
  }
}
