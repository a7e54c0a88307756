import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { RecusalService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { RecuseDto } from './score-sheet.dto.js';

/** A judge steps back from an entry (回避). */
@ApiTags('judging')
@Controller('assignments/:publicId/recusal')
export class RecusalController {
  constructor(private readonly recusals: RecusalService) {}

  /** Voids the assignment; a sheet given before stays and counts no longer. */
  @Post()
  @HttpCode(204)
  @RequirePermission('assignment.judge')
  async recuse(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: RecuseDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `POST /assignments/${publicId}/recusal`, key, body };
    await this.recusals.recuse(request, publicId, body.reasonCode);
  }
}
