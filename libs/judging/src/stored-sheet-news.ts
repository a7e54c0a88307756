import { Injectable } from '@nestjs/common';
import { EventsService } from '#events';
import { TallyQueue } from '#queue';

/** Who is told that a sheet was stored: the tally, and the organisers' walls, which do not wait for it. */
@Injectable()
export class StoredSheetNews {
  constructor(
    private readonly tallies: TallyQueue,
    private readonly events: EventsService,
  ) {}

  /** Returns at once; call it after the commit. */
  tell(stageId: string): void {
    this.tallies.request(stageId);
    this.events.sheetsCame(stageId);
  }
}
