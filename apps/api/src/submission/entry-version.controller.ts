import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryReaderService, EntryVersionService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { EntryReadersDto } from './entry-reader.dto.js';
import { EntryVersionsDto, VersionComparisonDto, VersionPairDto } from './entry-version.dto.js';

/** What a team reads of its entry's past: its versions, and who has opened it. */
@ApiTags('submission')
@Controller('entries/:publicId')
export class EntryVersionController {
  constructor(
    private readonly versions: EntryVersionService,
    private readonly readers: EntryReaderService,
  ) {}

  /** Every version with its receipt, the newest first. */
  @Get('versions')
  @RequirePermission('entry.own')
  async entryVersions(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryVersionsDto> {
    return EntryVersionsDto.from(await this.versions.list(publicId, userId));
  }

  /** What differs from one version to another. */
  @Get('version-changes')
  @RequirePermission('entry.own')
  async compareVersions(
    @Param('publicId', PublicIdPipe) publicId: string,
    @Query() { from, to }: VersionPairDto,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<VersionComparisonDto> {
    return VersionComparisonDto.from(await this.versions.compare(publicId, userId, from, to));
  }

  /** Who may see the entry by the written matrix, and in which role it has been opened. */
  @Get('readers')
  @RequirePermission('entry.own')
  async entryReaders(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryReadersDto> {
    return EntryReadersDto.from(await this.readers.read(publicId, userId));
  }
}
