import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { ReReviewService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { OrderReReviewDto, ReReviewsDto } from './re-review.dto.js';

/** Entries whose judges are asked to look again (复评). */
@ApiTags('judging')
@Controller('stages/:stageId/re-reviews')
export class ReReviewController {
  constructor(private readonly reReviews: ReReviewService) {}

  /** Every re-review of the stage and how far it is; nothing of an entry to which the reader has a tie, and no score. */
  @Get()
  @RequirePermission('re-review.order')
  async reReviewsOfStage(
    @Param('stageId', PublicIdPipe) stageId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ReReviewsDto> {
    return ReReviewsDto.from(await this.reReviews.read(stageId, userId));
  }

  /**
   * Asks the judges of an entry to look again; after judging an unlock of each sheet is asked for. 409
   * `organiser-conflicted`, `re-review-needless`, `re-review-standing`, `result-used`.
   */
  @Post()
  @HttpCode(204)
  @RequirePermission('re-review.order')
  async orderReReview(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Body() body: OrderReReviewDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /stages/${stageId}/re-reviews`, key, body: { ...body } };
    await this.reReviews.order(request, stageId, body);
  }

  /** The judges are asked no more; what they submitted stays. 409 `organiser-conflicted`, `re-review-missing`. */
  @Post(':id/return')
  @HttpCode(204)
  @RequirePermission('re-review.order')
  async callOffReReview(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/re-reviews/${id}/return`;
    await this.reReviews.callOff({ userId, route, key, body: null }, stageId, id);
  }
}
