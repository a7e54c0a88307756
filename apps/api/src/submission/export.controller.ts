import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { type ExportFormat, exportFormats, type ExportName, exportNames, ExportService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { ReaderLocale } from '../http/locale.decorator.js';
import type { Locale } from '../http/problem-texts.js';
import { attachmentOf } from './attachment.js';
import { ExportFormatPipe, ExportNamePipe } from './export-query.pipe.js';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** Tables of an edition as CSV and XLSX files, in the reader's language. */
@ApiTags('submission')
@Controller('editions/:slug/exports')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /**
   * Entries with every answer, the teams' address list and sign-in sheet, the register of organisations, judges, enterprise
   * problems; the ledger is told of it.
   */
  @Get(':what')
  @RequirePermission('data.export')
  @Header('cache-control', 'private, no-store')
  @ApiParam({ name: 'what', enum: exportNames })
  @ApiQuery({ name: 'format', enum: exportFormats, required: false })
  @ApiOkResponse({
    content: {
      'text/csv': binary,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
    },
  })
  async exportTable(
    @Param('slug') slug: string,
    @Param('what', ExportNamePipe) what: ExportName,
    @Query('format', ExportFormatPipe) format: ExportFormat,
    @CurrentPerson() { userId }: SignedIn,
    @ReaderLocale() locale: Locale,
  ): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.exports.file(slug, what, { format, locale, readerId: userId });
    return new StreamableFile(bytes, { type: mediaType, disposition: attachmentOf(name) });
  }
}
