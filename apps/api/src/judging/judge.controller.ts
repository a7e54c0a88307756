import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { JudgeAdditionService, JudgeFactsService, JudgeListService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { Act, type ActHeaders } from '../http/act.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { JudgeFactsDto, NewJudgeDto, NewJudgeMadeDto } from './judge-facts.dto.js';
import { JudgePageDto, JudgeQueryDto } from './judge.dto.js';

/** The judges of an edition, as its office sees them. */
@ApiTags('judging')
@Controller('editions/:slug/judges')
export class JudgeController {
  constructor(
    private readonly judges: JudgeListService,
    private readonly facts: JudgeFactsService,
    private readonly additions: JudgeAdditionService,
  ) {}

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

  /** Adds one judge by the rules of an imported row: an account where there is none, the role, and a proposed place. */
  @Post()
  @RequirePermission('judge.edit')
  async addJudge(
    @Param('slug') slug: string,
    @Body() body: NewJudgeDto,
    @Act() { userId, key }: ActHeaders,
  ): Promise<NewJudgeMadeDto> {
    const { email, displayName, ...facts } = body;
    const request = { userId, route: `POST /editions/${slug}/judges`, key, body };
    return { id: await this.additions.add(request, slug, { email, displayName, facts }) };
  }

  /** Changes what the office knows of a judge: all of it at once, over the version seen. 412 where it is another by now. */
  @Put(':id')
  @HttpCode(204)
  @RequirePermission('judge.edit')
  async changeJudge(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: JudgeFactsDto,
    @IfMatch() seen: number,
    @Act() { userId, key }: ActHeaders,
  ): Promise<void> {
    const request = { userId, route: `PUT /editions/${slug}/judges/${id}`, key, body };
    await this.facts.change(request, slug, id, { facts: body, seen });
  }
}
