import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { DraftService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { SavedDraftDto, SaveDraftDto } from './score-sheet.dto.js';

/** What a judge has typed so far (草稿). */
@ApiTags('judging')
@Controller('assignments/:publicId/draft')
export class DraftController {
  constructor(private readonly drafts: DraftService) {}

  /** Keeps a draft over the version seen. It counts nowhere until the sheet is submitted. */
  @Put()
  @RequirePermission('assignment.judge')
  async saveDraft(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() { seenRevision, ...sheet }: SaveDraftDto,
    @IfMatch() seenVersion: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SavedDraftDto> {
    return SavedDraftDto.from(await this.drafts.save({ userId, publicId, seenVersion, seenRevision, sheet }));
  }
}
