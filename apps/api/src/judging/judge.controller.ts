import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgeListService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { JudgePageDto, JudgeQueryDto } from './judge.dto.js';

/** The judges of an edition, as its office sees them. */
@ApiTags('judging')
@Controller('editions/:slug/judges')
export class JudgeController {
  constructor(private readonly judges: JudgeListService) {}

  /** By name, with their employers and what the register takes these for, a page at a time. */
  @Get()
  @RequirePermission('judge.list')
  async editionJudges(
    @Param('slug') slug: string,
    @Query() query: JudgeQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<JudgePageDto> {
    return JudgePageDto.from(await this.judges.page(slug, query, userId));
  }
}
