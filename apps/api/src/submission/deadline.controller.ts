import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { DeadlineRuleService, EntryExtensionService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import {
  DeadlineDeskDto,
  ExtendableEntriesDto,
  ExtendableQueryDto,
  FileBytesRuleDto,
  LateEntryRuleDto,
  NewExtensionDto,
} from './deadline.dto.js';

/** How an edition's entries close: its rule for late ones, and extensions of single entries. */
@ApiTags('submission')
@Controller('editions/:slug/deadline')
export class DeadlineController {
  constructor(
    private readonly deadlines: EntryExtensionService,
    private readonly rules: DeadlineRuleService,
  ) {}

  /** The deadline, the rule for late entries, and the extensions granted so far. */
  @Get()
  @RequirePermission('deadline.extend')
  async deadlineDesk(@Param('slug') slug: string, @CurrentPerson() { userId }: SignedIn): Promise<DeadlineDeskDto> {
    return DeadlineDeskDto.from(await this.deadlines.desk(slug, userId));
  }

  /** Entries that an extension may be meant for; a draft is found by its lead's whole address alone. */
  @Get('entries')
  @RequirePermission('deadline.extend')
  async extendableEntries(
    @Param('slug') slug: string,
    @Query() { q }: ExtendableQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ExtendableEntriesDto> {
    return ExtendableEntriesDto.from(await this.deadlines.find(slug, q, userId));
  }

  /** States until how many hours after the deadline drafts are taken. 409 `deadline-passed` once it has passed. */
  @Put('late-entries')
  @HttpCode(204)
  @RequirePermission('deadline.extend')
  async setLateEntryRule(
    @Param('slug') slug: string,
    @Body() body: LateEntryRuleDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /editions/${slug}/deadline/late-entries`, key, body };
    await this.rules.setLateHours(request, slug, body.hours);
  }

  /**
   * States for how many hours after a submission the bytes of its files may follow. 409 `file-hours-promised` where
   * fewer than stand are meant after entries have opened.
   */
  @Put('file-bytes')
  @HttpCode(204)
  @RequirePermission('deadline.extend')
  async setFileBytesRule(
    @Param('slug') slug: string,
    @Body() body: FileBytesRuleDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const request = { userId, route: `PUT /editions/${slug}/deadline/file-bytes`, key, body };
    await this.rules.setFileBytesHours(request, slug, body.hours);
  }

  /** Extends the deadline of one entry; its team is written to. */
  @Post('extensions')
  @HttpCode(204)
  @RequirePermission('deadline.extend')
  async extendDeadline(
    @Param('slug') slug: string,
    @Body() body: NewExtensionDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const sent = { ...body, until: body.until.toISOString() };
    const request = { userId, route: `POST /editions/${slug}/deadline/extensions`, key, body: sent };
    await this.deadlines.grant(request, slug, NewExtensionDto.from(body));
  }
}
