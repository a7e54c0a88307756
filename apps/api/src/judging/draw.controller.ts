import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { DrawConfirmationService, DrawQueryService, DrawRecordService, DrawSubstituteService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  CallSubstituteDto,
  CommitDrawDto,
  DrawPoolQueryDto,
  DrawReturnDto,
  DrawSeedDto,
  HandDrawDto,
} from './draw-request.dto.js';
import { DrawDeskDto, DrawMadeDto, DrawMinuteDto, DrawPoolDto, SubstituteCalledDto } from './draw.dto.js';

/** Draws of a stage's judges (专家抽取), panels and order of appearance (抽签): one person draws, another confirms. */
@ApiTags('judging')
@Controller('stages/:stageId')
export class DrawController {
  constructor(
    private readonly query: DrawQueryService,
    private readonly records: DrawRecordService,
    private readonly confirmations: DrawConfirmationService,
    private readonly substitutes: DrawSubstituteService,
  ) {}

  /** Every draw of the stage, and over what could be drawn. */
  @Get('draws')
  @RequirePermission('draw.record')
  async stageDraws(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DrawDeskDto> {
    return DrawDeskDto.from(await this.query.desk(stageId, userId));
  }

  /** Of whom a draw would be now, and who is passed over. */
  @Get('draw-pool')
  @RequirePermission('draw.record')
  async drawPool(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Query() query: DrawPoolQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DrawPoolDto> {
    return DrawPoolDto.from(await this.query.pool(stageId, DrawPoolQueryDto.toWanted(query), userId));
  }

  /** The minute of a draw: pool with hash, seed, and what became of everybody. */
  @Get('draws/:id')
  @RequirePermission('draw.record')
  async drawMinute(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DrawMinuteDto> {
    return DrawMinuteDto.from(await this.query.minute(stageId, id, userId));
  }

  /** Fixes pool and rules before the seed can be known. 409 `draw-open`, `draw-begun`. */
  @Post('draws')
  @RequirePermission('draw.record')
  async commitDraw(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: CommitDrawDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DrawMadeDto> {
    const request = { userId, route: `POST /stages/${stageId}/draws`, key, body: sent(body) };
    return { id: await this.records.commit(request, stageId, body) };
  }

  /** Writes down a draw that was made by hand; a video or scan follows. 400 with each bad line. */
  @Post('draws/by-hand')
  @RequirePermission('draw.record')
  async recordDraw(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: HandDrawDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DrawMadeDto> {
    const request = { userId, route: `POST /stages/${stageId}/draws/by-hand`, key, body: sent(body) };
    return { id: await this.records.byHand(request, stageId, body) };
  }

  /** Draws by the seed that is now known. 409 `draw-seed-early`, `draw-ended`. */
  @Post('draws/:id/seed')
  @HttpCode(204)
  @RequirePermission('draw.record')
  async seedDraw(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: DrawSeedDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/draws/${id}/seed`, key, body };
    await this.records.seed(request, stageId, id, body.seed);
  }

  /** The second person's half: the draw is in effect. 409 `same-person`, `draw-evidence-missing`, `draw-seats-short`, `draw-pool-changed`. */
  @Post('draws/:id/confirmation')
  @HttpCode(204)
  @RequirePermission('draw.confirm')
  async confirmDraw(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/draws/${id}/confirmation`;
    await this.confirmations.confirm({ userId, route, key, body: null }, stageId, id);
  }

  /** Takes back a draw that is not confirmed; it stays in the record. Once drawn by a second person alone: 409 `same-person`. */
  @Post('draws/:id/return')
  @HttpCode(204)
  @RequirePermission('draw.record')
  async takeBackDraw(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: DrawReturnDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/draws/${id}/return`, key, body };
    await this.confirmations.takeBack(request, stageId, id, body.reason);
  }

  /** Calls the next reserve, in the order drawn, in the stead of a judge who will not come. 409 `draw-seat-standing`, `draw-reserves-used`. */
  @Post('draws/:id/calls')
  @RequirePermission('draw.record')
  async callSubstitute(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: CallSubstituteDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SubstituteCalledDto> {
    const request = { userId, route: `POST /stages/${stageId}/draws/${id}/calls`, key, body };
    return { judge: await this.substitutes.call(request, stageId, id, body.judge) };
  }
}

/** As it was sent: an instance of Date has no canonical form. */
const sent = (body: object): unknown => JSON.parse(JSON.stringify(body));
