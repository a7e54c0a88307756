import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { DirectEntryService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { DirectEntriesDto, NewDirectEntryDto } from './direct-entry.dto.js';

/** Entries that come into a later stage without the ones before it (直通). */
@ApiTags('submission')
@Controller('editions/:slug/direct-entries')
export class DirectEntryController {
  constructor(private readonly directEntries: DirectEntryService) {}

  /** All of the edition, also those undone, and the stages that still take any. */
  @Get()
  @RequirePermission('direct-entry.grant')
  async directEntriesOfEdition(
    @Param('slug') slug: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<DirectEntriesDto> {
    return DirectEntriesDto.from(await this.directEntries.list(slug, userId));
  }

  /** Admits an entry that passed the eligibility check. 409 with the reason, as `window-already-opened`. */
  @Post()
  @HttpCode(204)
  @RequirePermission('direct-entry.grant')
  async grantDirectEntry(
    @Param('slug') slug: string,
    @Body() body: NewDirectEntryDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.directEntries.grant({ userId, route: `POST /editions/${slug}/direct-entries`, key, body }, slug, body);
  }

  /** Takes it back, until the stage opens or judges are assigned to the entry. */
  @Post(':id/undo')
  @HttpCode(204)
  @RequirePermission('direct-entry.grant')
  async undoDirectEntry(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/direct-entries/${id}/undo`;
    await this.directEntries.undo({ userId, route, key, body: null }, slug, id);
  }
}
