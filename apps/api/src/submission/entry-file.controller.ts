import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryFileActService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { EntryFilesDto, NewFileDto } from './entry-file.dto.js';
import { SubmissionReceiptDto } from './entry.dto.js';
import { FiledFileDto, FileRemovedDto } from './file-act.dto.js';

/** The files of a team's own entry: filed with size and hash first, then sent by an upload. */
@ApiTags('submission')
@Controller()
export class EntryFileController {
  constructor(private readonly acts: EntryFileActService) {}

  /** What the entry's form takes in files, and those it has. */
  @Get('entries/:publicId/files')
  @RequirePermission('entry.own')
  async entryFiles(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryFilesDto> {
    return EntryFilesDto.from(await this.acts.own(publicId, userId));
  }

  /** Files a file: its bytes follow by an upload, for some hours even after the deadline. 400 `entry-invalid`. */
  @Post('entries/:publicId/files')
  @RequirePermission('entry.own')
  async fileFile(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Body() body: NewFileDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FiledFileDto> {
    const request = { userId, route: `POST /entries/${publicId}/files`, key, body };
    return FiledFileDto.from(await this.acts.file(request, publicId, body));
  }

  /** Takes a file off the entry before the deadline. */
  @Delete('entry-files/:publicId')
  @RequirePermission('entry.own')
  async removeFile(
    @Param('publicId', PublicIdPipe) publicId: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FileRemovedDto> {
    const request = { userId, route: `DELETE /entry-files/${publicId}`, key, body: null };
    return FileRemovedDto.from(await this.acts.remove(request, publicId));
  }

  /** The receipt of the newest version, with the size and hash of each file. */
  @Get('entries/:publicId/receipt')
  @RequirePermission('entry.own')
  async entryReceipt(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<SubmissionReceiptDto> {
    return SubmissionReceiptDto.from(await this.acts.receipt(publicId, userId));
  }
}
