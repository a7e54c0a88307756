import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { CopyLinkService, CopyRetryService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { ViewingCopyDto } from './viewing-copy.dto.js';

/** What is shown of files page by page, as soon as each page is rendered. */
@ApiTags('submission')
@Controller()
export class ViewingCopyController {
  constructor(
    private readonly copies: CopyLinkService,
    private readonly retries: CopyRetryService,
  ) {}

  /** The viewing copy of a file of an own entry. */
  @Get('entry-files/:publicId/pages')
  @RequirePermission('entry.own')
  async ownFilePages(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ViewingCopyDto> {
    return ViewingCopyDto.from(await this.copies.own(publicId, userId));
  }

  /** The viewing copy of a file for the office; the ledger is told of it. */
  @Get('entries/:publicId/office/files/:filePublicId/pages')
  @RequirePermission('entry.files')
  async officeFilePages(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('filePublicId', PublicIdPipe) filePublicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ViewingCopyDto> {
    return ViewingCopyDto.from(await this.copies.office(publicId, filePublicId, userId));
  }

  /** Has a failed viewing copy rendered anew. 409 `copy-not-failed` where that changes nothing, or `copy-just-failed`. */
  @Post('entries/:publicId/office/files/:filePublicId/pages/retries')
  @HttpCode(204)
  @RequirePermission('entry-copy.retry')
  async retryFilePages(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('filePublicId', PublicIdPipe) filePublicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /entries/${publicId}/office/files/${filePublicId}/pages/retries`;
    await this.retries.retry({ userId, route, key, body: null }, publicId, filePublicId);
  }
}
