import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText, DomainError, type RemovedMetadata } from '#domain';
import { RulesService } from '#contest';
import { type ReadTranslation, readTranslation } from '../translation/standing-translation.js';
import { type Occurrence, occurrencesIn } from './occurrences.js';
import { judgedStages } from './judged-stages.js';
import { presentEntry, type PresentedEntry } from './presented-entry.js';

export interface ViewedStage extends PresentedEntry {
  readonly stage: { readonly key: string; readonly name: BilingualText };
  readonly isBlind: boolean;
}

export interface AnonymisedFile {
  readonly publicId: string;
  /** As the team named it. */
  readonly name: string;
  readonly removed: readonly RemovedMetadata[];
}

/** What the judges see of an entry, and what would tell them whose it is. */
export interface JudgesView {
  readonly title: string;
  readonly summary: string;
  /** In the entry's other language; null where there is none. */
  readonly translation: ReadTranslation | null;
  readonly stages: readonly ViewedStage[];
  /** Of which there is an anonymised copy. */
  readonly anonymised: readonly AnonymisedFile[];
  /** Where a name, employer or school of the team occurs in what a blind stage shows; empty where none is blind. */
  readonly occurrences: readonly Occurrence[];
}

interface OwnRow {
  readonly id: string;
  readonly trackId: string;
  readonly title: string;
  readonly summary: string;
  readonly translation: ReadTranslation | null;
}

/** A team's look at its own entry with the eyes of its judges. */
@Injectable()
export class JudgesViewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
  ) {}

  /** @throws DomainError `not-found` where the entry is not the person's */
  async own(publicId: string, userId: string): Promise<JudgesView> {
    const { manager } = this.dataSource;
    const rows = await manager.query<OwnRow[]>(
      `select e.id, e.track_id as "trackId", e.title, e.summary, ${readTranslation('s')} as translation
       from entries e join entry_translation_standings s on s.entry_id = e.id where public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    if (!rows[0]) throw new DomainError('not-found', { entry: publicId });
    const { id, trackId, ...shown } = rows[0];
    const stages = await this.stages(manager, id, trackId);
    const blind = stages.filter(({ isBlind }) => isBlind);
    const occurrences = blind.length > 0 ? await occurrencesIn(manager, id, { ...shown, stages: blind }) : [];
    return { ...shown, stages, anonymised: await anonymisedOf(manager, id), occurrences };
  }

  /** Those that entries of the track go through, in their order. */
  private async stages(manager: EntityManager, entryId: string, trackId: string): Promise<ViewedStage[]> {
    const stages: ViewedStage[] = [];
    for (const { key, name, isBlind } of await judgedStages(manager, this.rules, trackId)) {
      const presented = await presentEntry(manager, entryId, { stageKey: key, isBlind, place: 1 });
      stages.push({ stage: { key, name }, isBlind, ...presented });
    }
    return stages;
  }
}

async function anonymisedOf(manager: EntityManager, entryId: string): Promise<AnonymisedFile[]> {
  return manager.query<AnonymisedFile[]>(
    `select f.public_id as "publicId", f.name, a.removed from anonymised_copies a join entry_files f on f.id = a.file_id
     where f.entry_id = $1 and f.removed_at is null and a.stored_at is not null order by f.filed_at, f.id`,
    [entryId],
  );
}
