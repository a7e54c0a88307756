import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { ConflictCandidateService, EmployerYearsService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { SettingKeptDto } from '../submission/eligibility.dto.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  CandidatePageDto,
  CandidateQueryDto,
  ConfirmCandidateDto,
  DismissCandidateDto,
  EmployerYearsDto,
} from './conflict-candidate.dto.js';

/** Computed candidates of conflicts of interest (回避线索), with the evidence for each. */
@ApiTags('judging')
@Controller()
export class ConflictCandidateController {
  constructor(
    private readonly candidates: ConflictCandidateService,
    private readonly years: EmployerYearsService,
  ) {}

  /** Judge × entry with what speaks for a conflict, a page at a time. 409 `organiser-conflicted`. */
  @Get('stages/:stageId/conflict-candidates')
  @RequirePermission('conflict-candidate.review')
  async conflictCandidates(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: CandidateQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<CandidatePageDto> {
    return CandidatePageDto.from(await this.candidates.page(stageId, query, userId));
  }

  /**
   * Declares the conflict on the application of the team, with all that follows. 409 `candidate-settled`,
   * `candidate-evidence-changed`, `candidate-needs-order`: where the team has not asked, a recusal is ordered, which takes two persons.
   */
  @Post('stages/:stageId/conflict-candidates/confirmations')
  @HttpCode(204)
  @RequirePermission('conflict-candidate.review')
  async confirmCandidate(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: ConfirmCandidateDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/conflict-candidates/confirmations`, key, body };
    await this.candidates.decide(request, stageId, { ...body, outcome: 'confirmed' });
  }

  /** Dismisses for the evidence that was read; new evidence opens it again. 409 `candidate-settled`, `candidate-evidence-changed`. */
  @Post('stages/:stageId/conflict-candidates/dismissals')
  @HttpCode(204)
  @RequirePermission('conflict-candidate.review')
  async dismissCandidate(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: DismissCandidateDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/conflict-candidates/dismissals`, key, body };
    await this.candidates.decide(request, stageId, { ...body, outcome: 'dismissed' });
  }

  /** For how many years a former employer counts in an edition. 412 `revision-stale`. */
  @Put('editions/:slug/employer-years')
  @RequirePermission('conflict-candidate.review')
  async saveEmployerYears(
    @Param('slug') slug: string,
    @Body() body: EmployerYearsDto,
    @IfMatch() seen: number,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SettingKeptDto> {
    const request = { userId, route: `PUT /editions/${slug}/employer-years`, key, body: { seen, ...body } };
    return { version: await this.years.save(request, slug, body.employerYears, seen) };
  }
}
