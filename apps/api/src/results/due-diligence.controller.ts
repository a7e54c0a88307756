import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { DueDiligenceQueryService, DueDiligenceService, DueDiligenceSettingService } from '#results';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  DueDiligenceChecklistDto,
  DueDiligenceDto,
  KeepDueDiligenceDto,
  OpenDueDiligenceDto,
  SeenDueDiligenceDto,
} from './due-diligence.dto.js';

/** Due diligence of finalists (尽职调查). */
@ApiTags('results')
@Controller('editions/:slug/due-diligence')
export class DueDiligenceController {
  constructor(
    private readonly query: DueDiligenceQueryService,
    private readonly cases: DueDiligenceService,
    private readonly settings: DueDiligenceSettingService,
  ) {}

  /** The checklist, the stages, and every case. */
  @Get()
  @RequirePermission('due-diligence.edit')
  async dueDiligence(@Param('slug') slug: string, @CurrentPerson() { userId }: SignedIn): Promise<DueDiligenceDto> {
    return DueDiligenceDto.from(await this.query.read(slug, userId));
  }

  /** Sets the checklist; cases decided before keep their words. */
  @Put('checklist')
  @HttpCode(204)
  @RequirePermission('due-diligence.edit')
  async setDueDiligence(
    @Param('slug') slug: string,
    @Body() body: DueDiligenceChecklistDto,
    @IdempotencyKey() key: string,
    @IfMatch() seen: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /editions/${slug}/due-diligence/checklist`, key, body };
    await this.settings.save(request, slug, body.checklist, seen);
  }

  /** Opens a case for every entry that stands in the stage and has none. */
  @Post('cases')
  @HttpCode(204)
  @RequirePermission('due-diligence.edit')
  async openDueDiligence(
    @Param('slug') slug: string,
    @Body() body: OpenDueDiligenceDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/due-diligence/cases`, key, body };
    await this.cases.open(request, slug, body.stageId);
  }

  /** Keeps what was found so far. */
  @Put('cases/:id')
  @HttpCode(204)
  @RequirePermission('due-diligence.edit')
  async keepDueDiligence(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: KeepDueDiligenceDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const { version: seen, ...findings } = body;
    const request = { userId, route: `PUT /editions/${slug}/due-diligence/cases/${id}`, key, body };
    await this.cases.keep(request, slug, id, { findings, seen });
  }

  /** Ends the case as passed: every point of the checklist holds. */
  @Post('cases/:id/pass')
  @HttpCode(204)
  @RequirePermission('due-diligence.edit')
  async passDueDiligence(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: SeenDueDiligenceDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /editions/${slug}/due-diligence/cases/${id}/pass`, key, body };
    await this.cases.pass(request, slug, id, body.version);
  }
}
