import { Module } from '@nestjs/common';
import { ScoringModule } from '#scoring';
import { AnalysisController } from './analysis.controller.js';
import { RankingController } from './ranking.controller.js';

@Module({ imports: [ScoringModule], controllers: [AnalysisController, RankingController] })
export class ScoringApiModule {}
