import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { EntryDeadlineService } from '#submission';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { OpenDeadlinesDto } from './entry-deadline.dto.js';

@ApiTags('submission')
@Controller('my/deadlines')
export class EntryDeadlineController {
  constructor(private readonly deadlines: EntryDeadlineService) {}

  /** The person's drafts that can still be submitted, the nearest deadline first. */
  @Get()
  @RequirePermission('entry.own')
  async myDeadlines(@CurrentPerson() { userId }: SignedIn): Promise<OpenDeadlinesDto> {
    return OpenDeadlinesDto.from(await this.deadlines.mine(userId));
  }
}
