import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { RosterActService, RosterQueryService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { ApproveRosterDto, JudgeRosterDto, RemoveJudgeDto } from './judge-roster.dto.js';

/** The roster of an edition's judges (评委名单): changes are proposed by one person and approved by another. */
@ApiTags('judging')
@Controller('editions/:slug')
export class JudgeRosterController {
  constructor(
    private readonly roster: RosterQueryService,
    private readonly acts: RosterActService,
  ) {}

  /** What awaits a second person, with the hash of the roster as the reader would approve it. */
  @Get('judge-roster')
  @RequirePermission('judge.list')
  async judgeRoster(@Param('slug') slug: string, @CurrentPerson() { userId }: SignedIn): Promise<JudgeRosterDto> {
    return JudgeRosterDto.from(await this.roster.read(slug, userId));
  }

  /** The second person's half: what others proposed takes effect. 409 `same-person`, 412 where the roster has changed. */
  @Post('judge-roster/approvals')
  @HttpCode(204)
  @RequirePermission('judge-roster.approve')
  async approveJudgeRoster(
    @Param('slug') slug: string,
    @Body() body: ApproveRosterDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/judge-roster/approvals`;
    await this.acts.approve({ userId, route, key, body }, slug, body.hash);
  }

  /** Proposes that a judge who left the roster, or never came onto it, comes onto it. */
  @Post('judges/:id/addition')
  @HttpCode(204)
  @RequirePermission('judge-roster.propose')
  async proposeJudge(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/judges/${id}/addition`;
    await this.acts.proposeAddition({ userId, route, key, body: null }, slug, id);
  }

  /**
   * Proposes that a judge leaves the roster; once approved, the judge's sheets are kept and count no more. Where there are
   * any, the reason is told.
   */
  @Post('judges/:id/removal')
  @HttpCode(204)
  @RequirePermission('judge-roster.propose')
  async proposeJudgeRemoval(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: RemoveJudgeDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/judges/${id}/removal`;
    await this.acts.proposeRemoval({ userId, route, key, body }, slug, id, body.reason);
  }

  /** Takes back what awaits approval for a judge. */
  @Post('judges/:id/change/return')
  @HttpCode(204)
  @RequirePermission('judge-roster.propose')
  async takeBackRosterChange(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/judges/${id}/change/return`;
    await this.acts.takeBack({ userId, route, key, body: null }, slug, id);
  }
}
