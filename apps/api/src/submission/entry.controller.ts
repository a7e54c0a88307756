import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryActService, LandingIntentService } from '#landing';
import { EntryQueryService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import {
  EntryCreatedDto,
  EntryFormDto,
  EntryRevisedDto,
  OwnEntriesDto,
  OwnEntryDto,
  SubmissionReceiptDto,
  SubmitEntryDto,
} from './entry.dto.js';

/** A team's own entries: draft, submission, withdrawal. */
@ApiTags('submission')
@Controller()
export class EntryController {
  constructor(
    private readonly acts: EntryActService,
    private readonly entries: EntryQueryService,
    private readonly intents: LandingIntentService,
  ) {}

  /** Begins an entry as a draft. 409 `window-not-open`, `deadline-passed`. */
  @Post('editions/:slug/entries')
  @RequirePermission('entry.create')
  async createEntry(
    @Param('slug') slug: string,
    @Body() body: EntryFormDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryCreatedDto> {
    const request = { userId, route: `POST /editions/${slug}/entries`, key, body };
    return { publicId: await this.acts.draft(request, slug, EntryFormDto.toForm(body)), state: 'draft' };
  }

  /** The person's entries, newest first. */
  @Get('my/entries')
  @RequirePermission('entry.own')
  async myEntries(@CurrentPerson() { userId }: SignedIn): Promise<OwnEntriesDto> {
    return OwnEntriesDto.from(await this.entries.mine(userId));
  }

  /** One of the person's entries with all that was answered. */
  @Get('entries/:publicId')
  @RequirePermission('entry.own')
  async myEntry(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OwnEntryDto> {
    const entry = await this.entries.own(publicId, userId);
    return OwnEntryDto.of(entry, await this.intents.declared(entry.id));
  }

  /** Replaces the answers; a submitted entry gets a further version, with its receipt. */
  @Put('entries/:publicId')
  @RequirePermission('entry.own')
  async reviseEntry(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: EntryFormDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryRevisedDto> {
    const request = { userId, route: `PUT /entries/${publicId}`, key, body };
    return EntryRevisedDto.from(await this.acts.revise(request, publicId, EntryFormDto.toForm(body)));
  }

  /** Submits a draft: its number, and the receipt. */
  @Post('entries/:publicId/submissions')
  @RequirePermission('entry.own')
  async submitEntry(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() { seenDraft }: SubmitEntryDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SubmissionReceiptDto> {
    const body = seenDraft === undefined ? null : { seenDraft };
    const request = { userId, route: `POST /entries/${publicId}/submissions`, key, body };
    return SubmissionReceiptDto.from(await this.acts.submit(request, publicId, seenDraft));
  }

  /** Withdraws a submitted entry before the deadline. */
  @Post('entries/:publicId/withdrawal')
  @HttpCode(204)
  @RequirePermission('entry.own')
  async withdrawEntry(
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.acts.withdraw({ userId, route: `POST /entries/${publicId}/withdrawal`, key, body: null }, publicId);
  }
}
