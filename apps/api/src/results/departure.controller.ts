import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { StageDepartureService } from '#results';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { DepartureDto } from './departure.dto.js';

/** An entry leaves a stage before its result (退赛、弃权). */
@ApiTags('results')
@Controller('stages/:stageId/entries/:publicId/departure')
export class DepartureController {
  constructor(private readonly departures: StageDepartureService) {}

  /** Ranked and awarded no more; its sheets stay. 409 `stage-settled` after the advancement or a frozen list. */
  @Post()
  @HttpCode(204)
  @RequirePermission('stage.depart')
  async departFromStage(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() { outcome, reasonCode }: DepartureDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const departure = { outcome, reasonCode };
    const route = `POST /stages/${stageId}/entries/${publicId}/departure`;
    await this.departures.depart({ userId, route, key, body: departure }, stageId, publicId, departure);
  }
}
