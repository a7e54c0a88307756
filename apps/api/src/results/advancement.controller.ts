import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { StageAdvancementService } from '#results';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { AdvancementDto } from './advancement.dto.js';

/** From one stage to the next (晋级). */
@ApiTags('results')
@Controller('stages/:stageId/advancement')
export class AdvancementController {
  constructor(private readonly advancement: StageAdvancementService) {}

  /** Who would advance by the newest tally, and what stands in the way. */
  @Get()
  @RequirePermission('stage.advance')
  async previewAdvancement(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId, locale }: SignedIn,
  ): Promise<AdvancementDto> {
    return AdvancementDto.from(await this.advancement.preview(stageId, userId), locale);
  }

  /** Writes the next stage's entries, once. */
  @Post()
  @HttpCode(204)
  @RequirePermission('stage.advance')
  async applyAdvancement(
    @Param('stageId', PublicIdPipe) stageId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.advancement.apply({ userId, route: `POST /stages/${stageId}/advancement`, key, body: null }, stageId);
  }
}
