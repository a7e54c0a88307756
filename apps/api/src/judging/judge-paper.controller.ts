import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgePaperService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { JudgePapersDto, ScheduledEntriesDto } from './judge-paper.dto.js';
import { WallPageQueryDto } from './wall-detail.dto.js';

/** What an office prints for the judges of a stage; nothing of an entry that concerns the reader. */
@ApiTags('judging')
@Controller('stages/:stageId/judge-papers')
export class JudgePaperController {
  constructor(private readonly papers: JudgePaperService) {}

  /** Panels and judges: for the sign-in sheet (签到表), name plates (席卡) and the table of fees (劳务费发放表). */
  @Get()
  @RequirePermission('judge-paper.read')
  async judgePapers(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<JudgePapersDto> {
    return JudgePapersDto.from(await this.papers.read(stageId, userId));
  }

  /** Entries of the schedule (评审日程), by panel and order of appearance. */
  @Get('entries')
  @RequirePermission('judge-paper.read')
  async scheduledEntries(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: WallPageQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ScheduledEntriesDto> {
    return ScheduledEntriesDto.from(await this.papers.entries(stageId, query, userId));
  }
}
