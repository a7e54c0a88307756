import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { LateSheetService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { HandInLateSheetDto, LateSheetReceiptDto, RefuseLateSheetDto } from './late-sheet.dto.js';

/** What a judge hands to the office after judging has ended (逾期评分表). */
@ApiTags('judging')
@Controller()
export class LateSheetController {
  constructor(private readonly late: LateSheetService) {}

  /**
   * Hands a sheet to the office, which decides; it counts nowhere until then. 409 `sheet-still-open` while it can be
   * submitted, `late-sheet-handed-in`, `result-used`; 412 `revision-stale` where it was typed over an earlier revision.
   */
  @Post('assignments/:publicId/late-sheet')
  @RequirePermission('assignment.judge')
  async handInLateSheet(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: HandInLateSheetDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<LateSheetReceiptDto> {
    const { typedAt, revision = 0, ...sheet } = body;
    const request = { userId, route: `POST /assignments/${publicId}/late-sheet`, key, body: { ...body } };
    const handedIn = { publicId, sheet, revision, typedAt: typedAt === undefined ? null : new Date(typedAt) };
    return LateSheetReceiptDto.from(await this.late.handIn(request, handedIn));
  }

  /** The late sheet stays out, for a reason that the judge reads. 409 `organiser-conflicted`, `sheet-unlock-requested`. */
  @Post('stages/:stageId/late-sheets/:id/refusal')
  @HttpCode(204)
  @RequirePermission('sheet-unlock.request')
  async refuseLateSheet(
    @Param('stageId', PublicIdPipe) stageId: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() { reason }: RefuseLateSheetDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /stages/${stageId}/late-sheets/${id}/refusal`;
    await this.late.refuse({ userId, route, key, body: { reason } }, stageId, id, reason);
  }
}
