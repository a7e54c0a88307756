import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { TeamListService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { TeamListDto, TeamListQueryDto } from './team-list.dto.js';

/** The teams' sign-in sheet (签到表) and address list (通讯录), to be printed. */
@ApiTags('submission')
@Controller('editions/:slug/team-list')
export class TeamListController {
  constructor(private readonly lists: TeamListService) {}

  /** People entry by entry, of a track or a stage, a page at a time; the ledger is told of it. */
  @Get()
  @RequirePermission('data.export')
  @Header('cache-control', 'private, no-store')
  async teamList(
    @Param('slug') slug: string,
    @Query() query: TeamListQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<TeamListDto> {
    return TeamListDto.from(await this.lists.page(slug, query, userId));
  }
}
