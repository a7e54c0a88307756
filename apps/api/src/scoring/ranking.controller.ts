import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { TallyQueryService } from '#scoring';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { RankingPageDto, RankingQueryDto } from './ranking.dto.js';

/** A stage's ranking, for the office, once judging is over (排名). */
@ApiTags('scoring')
@Controller('stages/:stageId/ranking')
export class RankingController {
  constructor(private readonly tallies: TallyQueryService) {}

  /** A page of the newest run's ranking; the reading is kept in the ledger. 409 `judging-not-over` before the close. */
  @Get()
  @RequirePermission('ranking.read')
  async stageRanking(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() { cursor, limit }: RankingQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<RankingPageDto> {
    const page = { cursor: cursor ?? null, limit: Number(limit ?? '50') };
    return RankingPageDto.from(await this.tallies.ranking(stageId, page, userId));
  }
}
