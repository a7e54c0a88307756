import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportedLanding } from '#domain';

export interface EntryLanding {
  readonly entryId: string;
  /** Null: what was declared is taken back. */
  readonly landing: ImportedLanding | null;
}

/** What the landing feature reads and writes of an import's entries. */
export interface LandingDesk {
  /** What stands declared, by entry id. */
  declared(manager: EntityManager, editionId: string): Promise<ReadonlyMap<string, ImportedLanding>>;
  /** Of submitted entries: it counts at once. */
  declare(manager: EntityManager, given: readonly EntryLanding[], actor: string): Promise<void>;
}

/** The landing feature stands above this one, and brings its desk along. */
@Injectable()
export class LandingDesks implements LandingDesk {
  private desk: LandingDesk | null = null;

  use(desk: LandingDesk): void {
    this.desk = desk;
  }

  async declared(manager: EntityManager, editionId: string): Promise<ReadonlyMap<string, ImportedLanding>> {
    return this.desk === null ? new Map() : this.desk.declared(manager, editionId);
  }

  async declare(manager: EntityManager, given: readonly EntryLanding[], actor: string): Promise<void> {
    if (given.length > 0) await this.desk?.declare(manager, given, actor);
  }
}
