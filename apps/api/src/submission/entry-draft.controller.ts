import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryDraftService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IfMatch } from '../http/if-match.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { DraftKeptDto, EntryDraftDto } from './entry.dto.js';

/** What a team types of a draft, kept while it types. */
@ApiTags('submission')
@Controller('entries/:publicId/draft')
export class EntryDraftController {
  constructor(private readonly drafts: EntryDraftService) {}

  /** Keeps a draft, right or wrong. 412 `revision-stale` with the stored one where another tab has kept it since. */
  @Put()
  @RequirePermission('entry.own')
  async saveEntryDraft(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() { document }: EntryDraftDto,
    @IfMatch() seen: number,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DraftKeptDto> {
    return { version: (await this.drafts.save(publicId, userId, document, seen)).version };
  }
}
