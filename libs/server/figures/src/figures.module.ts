import { Module } from '@nestjs/common';
import { FiguresController } from './figures.controller';
import { ShowFigures } from './show-figures';
import { TakeFigures } from './take-figures.job';

@Module({ providers: [ShowFigures], controllers: [FiguresController] })
export class FiguresApi {}

/** In the worker: the taking of the figures, for the schedule. */
@Module({ providers: [TakeFigures], exports: [TakeFigures] })
export class FiguresJobs {}
