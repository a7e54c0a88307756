import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { PublishedListService } from '#results';
import { EntryTimelineService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { EntryOutcomesDto, EntryTimelineDto } from './entry-timeline.dto.js';

/** The way of an entry, as its team reads it. */
@ApiTags('submission')
@Controller('entries/:publicId')
export class EntryTimelineController {
  constructor(
    private readonly timelines: EntryTimelineService,
    private readonly lists: PublishedListService,
  ) {}

  /** What has happened to the entry and when, what goes on, and what is to come. */
  @Get('timeline')
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

  /** What the published lists say of the entry: nothing before one is published that names it. */
  @Get('outcomes')
  @RequirePermission('outcome.own')
  async myOutcomes(
    @Param('publicId', PublicIdPipe) publicId: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<EntryOutcomesDto> {
    return EntryOutcomesDto.from(await this.lists.ownOutcomes(publicId, userId));
  }
}
