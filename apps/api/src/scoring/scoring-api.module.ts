import { Module } from '@nestjs/common';
import { ScoringModule } from '#scoring';
import { RankingController } from './ranking.controller.js';

@Module({ imports: [ScoringModule], controllers: [RankingController] })
export class ScoringApiModule {}
