import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AwardListActService, AwardListService } from '#results';
import type { SignedIn } from '#identity';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  AwardListBlockerDto,
  AwardListsDto,
  AwardListVersionDto,
  FreezeAwardListDto,
  FrozenAwardListDto,
  RequestTieDecisionDto,
  TieDecisionDto,
} from './award-list.dto.js';

/** The office's side of the award lists: freeze, request, publish (获奖名单). */
@ApiTags('results')
@Controller()
export class AwardListController {
  constructor(
    private readonly acts: AwardListActService,
    private readonly awardLists: AwardListService,
  ) {}

  /** All versions of an edition's list, and what keeps the next from being frozen. */
  @Get('editions/:slug/award-lists')
  @RequirePermission('award-list.read')
  async editionAwardLists(@Param('slug') slug: string, @CurrentPerson() person: SignedIn): Promise<AwardListsDto> {
    const { versions, blockers } = await this.awardLists.overview(slug, person.userId);
    return {
      versions: versions.map((version) => AwardListVersionDto.from(version)),
      blockers: blockers.map((blocker) => AwardListBlockerDto.from(blocker, person.locale)),
    };
  }

  /** Freezes the next version: an immutable snapshot with its hash. */
  @Post('editions/:slug/award-lists')
  @RequirePermission('award-list.freeze')
  async freezeAwardList(
    @Param('slug') slug: string,
    @Body() body: FreezeAwardListDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FrozenAwardListDto> {
    const request = { userId, route: `POST /editions/${slug}/award-lists`, key, body };
    const { publicId, number, hash } = await this.acts.freeze(request, slug, body.reasonCode ?? null);
    return { publicId, number, hash };
  }

  /** The first of two persons asks for publication. */
  @Post('award-lists/:publicId/publication-request')
  @HttpCode(204)
  @RequirePermission('award-list.request-publication')
  async requestPublication(
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /award-lists/${publicId}/publication-request`, key, body: null };
    await this.acts.requestPublication(request, publicId);
  }

  /** The second person publishes; the same person is refused. */
  @Post('award-lists/:publicId/publication')
  @HttpCode(204)
  @RequirePermission('award-list.publish')
  async publishAwardList(
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /award-lists/${publicId}/publication`, key, body: null };
    await this.acts.publish(request, publicId);
  }

  /** The first person records that entries tied at an award line share their places. */
  @Post('stages/:stageId/tie-decisions')
  @RequirePermission('tie-decision.request')
  requestTieDecision(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: RequestTieDecisionDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<TieDecisionDto> {
    const request = { userId, route: `POST /stages/${stageId}/tie-decisions`, key, body };
    return this.acts.requestTieDecision(request, stageId, body.rank);
  }

  /** The second person approves the decision. */
  @Post('stages/:stageId/tie-decisions/:decisionId/approval')
  @HttpCode(204)
  @RequirePermission('tie-decision.approve')
  async approveTieDecision(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('decisionId', PublicIdPipe) decisionId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/tie-decisions/${decisionId}/approval`;
    await this.acts.approveTieDecision({ userId, route, key, body: null }, stageId, decisionId);
  }
}
