import { Body, Controller, DefaultValuePipe, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type ImportKind, importKinds } from '#domain';
import type { SignedIn } from '#identity';
import { ImportService, tableLimits } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { Act, type ActHeaders } from '../http/act.decorator.js';
import type { ApiRequest } from '../http/api-request.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { ReaderLocale } from '../http/locale.decorator.js';
import type { Locale } from '../http/problem-texts.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { readBody } from '../http/read-body.js';
import { SeenAct, type SeenActHeaders } from '../http/seen-act.decorator.js';
import { ImportKindPipe } from './import-kind.pipe.js';
import {
  ApplyImportDto,
  ImportColumnsDto,
  ImportCountsDto,
  ImportDto,
  ImportHeaderDto,
  ImportPreviewDto,
  PastImportsDto,
} from './import.dto.js';

/** Files from which an office brings in entries with their teams, organisations, judges and enterprise problems. */
@ApiTags('submission')
@Controller('editions/:slug/imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  /** What was imported before, the latest first. */
  @Get()
  @RequirePermission('data.import')
  async pastImports(@Param('slug') slug: string): Promise<PastImportsDto> {
    return PastImportsDto.from(await this.imports.past(slug));
  }

  /** Reads a CSV or XLSX file of at most 20 MB, 5,000 rows and 200 columns. 400 `import-unreadable`. */
  @Post()
  @RequirePermission('data.import')
  @ApiQuery({ name: 'kind', enum: importKinds })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async uploadImport(
    @Param('slug') slug: string,
    @Query('kind', ImportKindPipe) kind: ImportKind,
    @Query('name', new DefaultValuePipe('')) name: string,
    @Req() request: ApiRequest,
    @Act() { userId, key }: ActHeaders,
  ): Promise<ImportDto> {
    const bytes = await readBody(request, tableLimits.bytes);
    const act = { userId, route: `POST /editions/${slug}/imports`, key };
    return ImportDto.from(await this.imports.upload(act, slug, kind, { name, bytes }));
  }

  /** A file that was read; `sheet` and `headerRow` for what the columns of another header would be taken for. */
  @Get(':publicId')
  @RequirePermission('data.import')
  async openImport(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @Query() { sheet = 0, headerRow }: ImportHeaderDto,
  ): Promise<ImportDto> {
    const header = headerRow === undefined ? null : { sheet, headerRow };
    return ImportDto.from(await this.imports.open(slug, publicId, header));
  }

  /** Says what its columns are; kept for the edition's next file. 400 `request-invalid`, 409 `import-applied`. */
  @Put(':publicId/columns')
  @RequirePermission('data.import')
  async mapImport(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: ImportColumnsDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ImportDto> {
    const request = { userId, route: `PUT /editions/${slug}/imports/${publicId}/columns`, key, body };
    return ImportDto.from(await this.imports.map(request, slug, publicId, ImportColumnsDto.toColumns(body)));
  }

  /** What it would do, row by row, and every cell that keeps it out. Nothing is written. */
  @Get(':publicId/preview')
  @RequirePermission('data.import')
  async previewImport(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
    @ReaderLocale() locale: Locale,
  ): Promise<ImportPreviewDto> {
    return ImportPreviewDto.from(await this.imports.preview(slug, publicId, userId), locale);
  }

  /**
   * Takes it over, all or nothing. 400 `import-invalid` with every bad cell, `import-reason-missing`; 409
   * `import-applied`; 412 `revision-stale` where it would do something else than the preview said.
   */
  @Post(':publicId/application')
  @HttpCode(200)
  @RequirePermission('data.import')
  async applyImport(
    @Param('slug') slug: string,
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() { reason }: ApplyImportDto,
    @SeenAct() { seen, key }: SeenActHeaders,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ImportCountsDto> {
    const given = { seen, reason: reason?.trim() || null };
    const request = { userId, route: `POST /editions/${slug}/imports/${publicId}/application`, key, body: given };
    return { ...(await this.imports.apply(request, slug, publicId, given)) };
  }
}
