import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { CloseWindowDto } from './edition.dto.js';
import { StageWindowService } from './stage-window.service.js';

/** The judging window of a stage. */
@ApiTags('contest')
@Controller('stages/:stageId/window')
export class StageWindowController {
  constructor(private readonly windows: StageWindowService) {}

  /** Opens judging now, and locks the stage's rules. 409 `organiser-conflicted`, `window-already-opened`. */
  @Post('opening')
  @HttpCode(204)
  @RequirePermission('window.move')
  async openJudging(
    @Param('stageId', PublicIdPipe) stageId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.windows.open({ userId, route: `POST /stages/${stageId}/window/opening`, key, body: null }, stageId);
  }

  /** Closes judging now. 409 `organiser-conflicted`; `stage-not-ready` lists what has to be settled or acknowledged. */
  @Post('closing')
  @HttpCode(204)
  @RequirePermission('window.move')
  async closeJudging(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: CloseWindowDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/window/closing`, key, body };
    await this.windows.close(request, stageId, body.acknowledge);
  }
}
