import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryFileActService, FileLinkService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { FileLinkDto, OfficeFilesDto } from './file-link.dto.js';

/** Links that open files. */
@ApiTags('submission')
@Controller()
export class FileLinkController {
  constructor(
    private readonly links: FileLinkService,
    private readonly files: EntryFileActService,
  ) {}

  /** Opens a file of an own entry. 409 `file-not-ready`. */
  @Get('entry-files/:publicId/link')
  @RequirePermission('entry.own')
  async ownFileLink(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FileLinkDto> {
    return FileLinkDto.from(await this.links.own(publicId, userId));
  }

  /** The files of a submitted entry, as the office reads them. */
  @Get('entries/:publicId/office/files')
  @RequirePermission('entry.files')
  async officeFiles(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<OfficeFilesDto> {
    return OfficeFilesDto.from(await this.files.office(publicId, userId));
  }

  /** Opens a file for the office; the ledger is told of it. 409 `file-not-ready`. */
  @Get('entries/:publicId/office/files/:filePublicId/link')
  @RequirePermission('entry.files')
  async officeFileLink(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('filePublicId', PublicIdPipe) filePublicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FileLinkDto> {
    return FileLinkDto.from(await this.links.office(publicId, filePublicId, userId));
  }
}
