import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryReceiptService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { attachmentOf } from './attachment.js';
import { ReceiptQueryDto } from './entry-receipt.dto.js';

/** Receipts of an own entry as documents to keep. */
@ApiTags('submission')
@Controller('entries/:publicId')
export class EntryReceiptController {
  constructor(private readonly receipts: EntryReceiptService) {}

  /** The receipt of a version, in both languages, as PDF. */
  @Get('receipt.pdf')
  @RequirePermission('entry.own')
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async entryReceiptPdf(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Query() { version }: ReceiptQueryDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.receipts.pdf(publicId, userId, version);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: attachmentOf(name),
      length: bytes.length,
    });
  }
}
