import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { ScoreSheetService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { ReceiptDto, SubmitScoreSheetDto } from './score-sheet.dto.js';
import { SeenRevision } from './seen-revision.decorator.js';

/** Submitting a score sheet (提交评分表). */
@ApiTags('judging')
@Controller('assignments/:publicId/submissions')
export class ScoreSheetController {
  constructor(private readonly scoreSheets: ScoreSheetService) {}

  /** Submits the next revision of a sheet. 201 means that it is durable; 412 carries the stored sheet. */
  @Post()
  @RequirePermission('assignment.judge')
  async submitScoreSheet(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() { rulesHash, signature, ...sheet }: SubmitScoreSheetDto,
    @IdempotencyKey() key: string,
    @SeenRevision() seenRevision: number | null,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ReceiptDto> {
    const submission = { userId, key, publicId, seenRevision, rulesHash, sheet, signature };
    return ReceiptDto.from(await this.scoreSheets.submit(submission));
  }
}
