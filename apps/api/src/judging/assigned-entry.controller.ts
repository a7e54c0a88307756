import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { AssignedEntryService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { FileLinkDto } from '../submission/file-link.dto.js';
import { PresentedEntryDto } from '../submission/presented-entry.dto.js';
import { ViewingCopyDto } from '../submission/viewing-copy.dto.js';

/** What the form of an assigned entry lets its judge read. */
@ApiTags('judging')
@Controller('assignments/:publicId')
export class AssignedEntryController {
  constructor(private readonly entries: AssignedEntryService) {}

  /** Answers and files; in a blind stage none that tells who the team is, and files without their names. */
  @Get('entry')
  @RequirePermission('assignment.judge')
  async assignedEntry(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<PresentedEntryDto> {
    return PresentedEntryDto.from(await this.entries.read(publicId, userId));
  }

  /** The pages of one file; in a blind stage those of its anonymised copy. The ledger is told of it. */
  @Get('files/:filePublicId/pages')
  @RequirePermission('assignment.judge')
  async assignedFilePages(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('filePublicId', PublicIdPipe) filePublicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<ViewingCopyDto> {
    return ViewingCopyDto.from(await this.entries.pages(publicId, filePublicId, userId));
  }

  /** Plays a film for five minutes; none in a blind stage. The ledger is told of it. */
  @Get('files/:filePublicId/video')
  @RequirePermission('assignment.judge')
  async assignedVideoLink(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Param('filePublicId', PublicIdPipe) filePublicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<FileLinkDto> {
    return FileLinkDto.from(await this.entries.video(publicId, filePublicId, userId));
  }
}
