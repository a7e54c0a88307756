import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryQueryService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { EntryListQueryDto, EntryPageDto } from './entry-list.dto.js';

/** The organiser's side of the entries. */
@ApiTags('submission')
@Controller('editions/:slug/entries')
export class EntryListController {
  constructor(private readonly entries: EntryQueryService) {}

  /** Submitted and withdrawn entries by number, a page at a time. */
  @Get()
  @RequirePermission('entry.list')
  async editionEntries(
    @Param('slug') slug: string,
    @Query() query: EntryListQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryPageDto> {
    return EntryPageDto.from(await this.entries.page(slug, query, userId));
  }
}
