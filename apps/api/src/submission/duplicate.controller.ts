import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { permission, type PermissionName, type SignedIn } from '#identity';
import { DuplicateExportService, DuplicateMarkService, DuplicateQueryService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { ReaderLocale } from '../http/locale.decorator.js';
import type { Locale } from '../http/problem-texts.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { attachmentOf } from './attachment.js';
import {
  DuplicateFilterQueryDto,
  DuplicatePageDto,
  DuplicatePlaceQueryDto,
  DuplicateQueryDto,
  NewDuplicateMarkDto,
} from './duplicate.dto.js';

/** Entries with similar titles, the same files or the same people, for the office; teams and judges see none of it. */
@ApiTags('submission')
@Controller()
export class DuplicateController {
  constructor(
    private readonly duplicates: DuplicateQueryService,
    private readonly exports: DuplicateExportService,
    private readonly marks: DuplicateMarkService,
  ) {}

  /** Pairs of the edition, and with entries of other editions that the reader may see, strongest first. */
  @Get('editions/:slug/duplicates')
  @RequirePermission('duplicate.read')
  async duplicateList(
    @Param('slug') slug: string,
    @Query() { cursor, limit, ...filter }: DuplicateQueryDto,
    @CurrentPerson() person: SignedIn,
  ): Promise<DuplicatePageDto> {
    const place = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return DuplicatePageDto.from(await this.duplicates.page(slug, filter, place, readerOf(person)));
  }

  /** The same list as a CSV file; the ledger is told of it. */
  @Get('editions/:slug/duplicates/csv')
  @RequirePermission('duplicate.read')
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  duplicateCsv(
    @Param('slug') slug: string,
    @Query() filter: DuplicateFilterQueryDto,
    @CurrentPerson() person: SignedIn,
    @ReaderLocale() locale: Locale,
  ): StreamableFile {
    const { name, mediaType, bytes } = this.exports.file(slug, filter, readerOf(person), locale);
    return new StreamableFile(bytes, { type: mediaType, disposition: attachmentOf(name) });
  }

  /** What one entry has in common with others, marked or not. */
  @Get('entries/:publicId/duplicates')
  @RequirePermission('duplicate.read')
  async entryDuplicates(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Query() { cursor, limit }: DuplicatePlaceQueryDto,
    @CurrentPerson() person: SignedIn,
  ): Promise<DuplicatePageDto> {
    const place = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return DuplicatePageDto.from(await this.duplicates.ofEntry(publicId, place, readerOf(person)));
  }

  /** Gives a pair a verdict. 409 `duplicate-marked` where one stands. */
  @Post('editions/:slug/duplicates/marks')
  @HttpCode(204)
  @RequirePermission('duplicate.mark')
  async markDuplicate(
    @Param('slug') slug: string,
    @Body() body: NewDuplicateMarkDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() person: SignedIn,
  ): Promise<void> {
    const request = { userId: person.userId, route: `POST /editions/${slug}/duplicates/marks`, key, body };
    await this.marks.mark(request, slug, body, editionsOf(person, 'duplicate.mark'));
  }

  /** Takes a verdict back. */
  @Post('editions/:slug/duplicates/marks/:id/undo')
  @HttpCode(204)
  @RequirePermission('duplicate.mark')
  async undoDuplicateMark(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() person: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/duplicates/marks/${id}/undo`;
    const request = { userId: person.userId, route, key, body: null };
    await this.marks.undo(request, slug, id, editionsOf(person, 'duplicate.mark'));
  }
}

const readerOf = (person: SignedIn) => ({ userId: person.userId, editionIds: editionsOf(person, 'duplicate.read') });

/** In which editions the person holds a role that may do this. */
function editionsOf({ grants }: SignedIn, name: PermissionName): string[] {
  const { roles } = permission(name);
  return grants.flatMap(({ role, editionId }) => (editionId !== null && roles.includes(role) ? [editionId] : []));
}
