import { Module } from '@nestjs/common';
import { RegionsController } from './regions.controller';
import { ShowRegion } from './show-region';

@Module({ providers: [ShowRegion], exports: [ShowRegion] })
export class RegionsModule {}

@Module({ imports: [RegionsModule], controllers: [RegionsController] })
export class RegionsApi {}
