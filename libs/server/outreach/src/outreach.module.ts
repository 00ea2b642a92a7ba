import { Module } from '@nestjs/common';
import { AskSighting } from './ask-sighting';
import { LogAttempt } from './log-attempt';
import { OutreachController } from './outreach.controller';
import { ShowBoard } from './show-board';
import { ShowRound } from './show-round';

/** Looking for those nobody hears of: the board, attempts, and the question who saw somebody last. */
@Module({ providers: [AskSighting, LogAttempt, ShowBoard, ShowRound], controllers: [OutreachController] })
export class OutreachApi {}
