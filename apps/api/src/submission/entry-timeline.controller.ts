import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { PublishedListService } from '#results';
import { EntryTimelineService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { EntryTimelineDto } from './entry-timeline.dto.js';

/** The way of an entry, as its team reads it. */
@ApiTags('submission')
@Controller('entries/:publicId/timeline')
export class EntryTimelineController {
  constructor(
    private readonly timelines: EntryTimelineService,
    private readonly lists: PublishedListService,
  ) {}

  /** What has happened to the entry and when, what goes on, and what is to come. */
  @Get()
  @RequirePermission('entry.own')
  async myTimeline(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryTimelineDto> {
    const list = await this.lists.ofEntry(publicId);
    return EntryTimelineDto.from(
      await this.timelines.read(publicId, userId, list?.publishedAt ?? null),
      list?.publicId,
    );
  }
}
