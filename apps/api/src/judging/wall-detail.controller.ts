import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { WallChangeService, WallDetailService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  MarkSeenDto,
  WallChangesDto,
  WallChangesQueryDto,
  WallCoverageListDto,
  WallMapDto,
  WallPageQueryDto,
} from './wall-detail.dto.js';

/** Entries behind the figures of the wall, without a score; nothing of an entry that concerns the reader. */
@ApiTags('judging')
@Controller('stages/:stageId')
export class WallDetailController {
  constructor(
    private readonly details: WallDetailService,
    private readonly changes: WallChangeService,
  ) {}

  /** Entries with fewer sheets than the panel's floor, those that lack most first. */
  @Get('wall-coverage')
  @RequirePermission('stage.watch-entries')
  async wallCoverage(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: WallPageQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<WallCoverageListDto> {
    return WallCoverageListDto.from(await this.details.coverage(stageId, query, userId));
  }

  /** Judges × entries: how far each sheet is, and who has stepped back. */
  @Get('wall-map')
  @RequirePermission('stage.watch-entries')
  async wallMap(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: WallPageQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<WallMapDto> {
    return WallMapDto.from(await this.details.map(stageId, query, userId));
  }

  /** What changed since the reader last looked. */
  @Get('wall-changes')
  @RequirePermission('stage.watch-entries')
  async wallChanges(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: WallChangesQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<WallChangesDto> {
    return WallChangesDto.from(await this.changes.read(stageId, query.kind ?? null, query, userId));
  }

  /** Keeps that the reader has seen what changed up to an instant. */
  @Post('wall-changes/seen')
  @HttpCode(204)
  @RequirePermission('stage.watch-entries')
  async markSeen(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: MarkSeenDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/wall-changes/seen`, key, body };
    await this.changes.markSeen(request, stageId, new Date(body.until));
  }
}
