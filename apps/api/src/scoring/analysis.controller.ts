import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { AnalysisQueryService } from '#scoring';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { EtagInterceptor } from '../http/etag.interceptor.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AnalysisDto, HeatMapDto } from './analysis.dto.js';

/** What is known of a stage beside its ranking (分析), kept closed until its list is frozen. */
@ApiTags('scoring')
@Controller('stages/:stageId/analysis')
@UseInterceptors(EtagInterceptor)
export class AnalysisController {
  constructor(private readonly analyses: AnalysisQueryService) {}

  /**
   * The sections that the locked rules open; once the list is frozen, or the advancement recorded, all of them. The
   * reading is kept in the ledger, with the sections that came.
   */
  @Get()
  @RequirePermission('analysis.read')
  async stageAnalysis(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<AnalysisDto> {
    return AnalysisDto.from(await this.analyses.read(stageId, userId));
  }

  /** Every sheet's total by judge and entry; 409 `stage-not-ready` while the analysis is closed. Kept in the ledger. */
  @Get('heat-map')
  @RequirePermission('analysis.read')
  async analysisHeatMap(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<HeatMapDto> {
    return HeatMapDto.from(await this.analyses.heatMap(stageId, userId));
  }
}
