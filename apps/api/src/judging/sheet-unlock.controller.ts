import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { SheetUnlockQueryService, SheetUnlockService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { JudgeSheetsDto, RequestUnlockDto, SheetUnlocksDto } from './sheet-unlock.dto.js';

/** Sheets that are opened once more after judging (解锁): one person asks, another approves. */
@ApiTags('judging')
@Controller('stages/:stageId')
export class SheetUnlockController {
  constructor(
    private readonly query: SheetUnlockQueryService,
    private readonly unlocks: SheetUnlockService,
  ) {}

  /** Every unlock of the stage, and whose sheets there are; nothing of an entry to which the reader has a tie. */
  @Get('sheet-unlocks')
  @RequirePermission('sheet-unlock.request')
  async sheetUnlocks(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SheetUnlocksDto> {
    return SheetUnlocksDto.from(await this.query.read(stageId, userId));
  }

  /** The sheets of one judge, without a score: which of them is to be unlocked. None of an entry to which the reader has a tie. */
  @Get('judges/:judgeId/sheets')
  @RequirePermission('sheet-unlock.request')
  async judgeSheets(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('judgeId', PublicIdPipe) judgeId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<JudgeSheetsDto> {
    return JudgeSheetsDto.from(await this.query.sheetsOf(stageId, judgeId, userId));
  }

  /**
   * Asks that a judge may submit one sheet once more. 409 `organiser-conflicted`, `sheet-still-open`, `result-used`,
   * `sheet-unlock-requested`.
   */
  @Post('sheet-unlocks')
  @HttpCode(204)
  @RequirePermission('sheet-unlock.request')
  async requestUnlock(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: RequestUnlockDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.unlocks.request({ userId, route: `POST /stages/${stageId}/sheet-unlocks`, key, body }, stageId, body);
  }

  /**
   * The second person's half: the judge may submit once, for the hours that were asked for. 409 `organiser-conflicted`,
   * `same-person`.
   */
  @Post('sheet-unlocks/:id/approval')
  @HttpCode(204)
  @RequirePermission('sheet-unlock.approve')
  async approveUnlock(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/sheet-unlocks/${id}/approval`;
    await this.unlocks.approve({ userId, route, key, body: null }, stageId, id);
  }

  /** Takes back what awaits approval, one's own or another's. 409 `organiser-conflicted`. */
  @Post('sheet-unlocks/:id/return')
  @HttpCode(204)
  @RequirePermission('sheet-unlock.request')
  async takeBackUnlock(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/sheet-unlocks/${id}/return`;
    await this.unlocks.takeBack({ userId, route, key, body: null }, stageId, id);
  }
}
