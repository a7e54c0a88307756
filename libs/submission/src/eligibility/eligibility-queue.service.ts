import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DomainError,
  type EligibilityDecision,
  type EligibilityState,
  eligibilityState,
  eligibilityStates,
  openDecisions,
  type TranslationState,
} from '#domain';
import { LedgerService } from '#ledger';
import { EntryFormService } from '../form/entry-form.service.js';
import { standingTranslation } from '../translation/standing-translation.js';
import { changesSince, type CheckedEntry, namedAnswers, pastChecks } from './checked-entry.js';
import { eligibilityFacts } from './eligibility-facts.js';
import { EligibilitySettingService } from './eligibility-setting.service.js';

export interface EligibilityQuery {
  readonly state?: EligibilityState;
  readonly track?: string;
  /** How the translation into the entry's other language stands. */
  readonly translation?: TranslationState;
  /** Part of a title, or a number. */
  readonly q?: string;
  /** Number of the last entry of the page before. */
  readonly after: number;
  readonly limit: number;
}

export interface QueuedEntry {
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  readonly language: 'zh' | 'en';
  readonly translation: TranslationState;
  readonly track: { readonly name: { readonly zh: string; readonly en: string } };
  readonly version: number;
  readonly state: EligibilityState;
  readonly isAdmitted: boolean;
  readonly correctUntil: Date | null;
  readonly decisions: readonly EligibilityDecision[];
}

export interface EligibilityPage {
  readonly counts: readonly { readonly state: EligibilityState; readonly count: number }[];
  readonly entries: readonly QueuedEntry[];
  /** Null on the last page. */
  readonly nextAfter: number | null;
}

/** What the office reads for the check: the queue, and one entry beside its checklist. Each reading is an event. */
@Injectable()
export class EligibilityQueueService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
    private readonly settings: EligibilitySettingService,
    private readonly forms: EntryFormService,
  ) {}

  /** @throws DomainError `not-found` */
  async page(slug: string, query: EligibilityQuery, reader: string): Promise<EligibilityPage> {
    return this.dataSource.transaction(async (manager) => {
      const { editionId, setting } = await this.settings.read(slug, manager);
      const filter = {
        ...(query.track && { trackKey: query.track }),
        ...(query.translation && { translation: query.translation }),
        q: query.q ?? '',
        reader,
      };
      const { now, rows } = await eligibilityFacts(manager, editionId, filter);
      const all = rows.map((row) => ({ ...row, state: eligibilityState(row.facts, now) }));
      const found = all.filter(
        ({ state, number }) => number > query.after && (query.state === undefined || state === query.state),
      );
      const shown = found.slice(0, query.limit);
      const tracks = await manager.query<{ id: string; name: QueuedEntry['track']['name'] }[]>(
        `select e.id, json_build_object('zh', t.name_zh, 'en', t.name_en) as name
         from entries e join tracks t on t.id = e.track_id where e.id = any ($1)`,
        [shown.map(({ id }) => id)],
      );
      const names = new Map(tracks.map(({ id, name }) => [id, name]));
      const by = { reader, needsSecondReader: setting.needsSecondReader };
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: editionId },
        body: { what: 'eligibility-queue', afterNumber: query.after, isSearch: filter.q !== '', rows: shown.length },
      });
      return {
        counts: eligibilityStates.map((state) => ({ state, count: all.filter((one) => one.state === state).length })),
        entries: shown.map(({ id, facts, state, ...row }) => ({
          ...{ publicId: row.publicId, number: row.number, title: row.title, language: row.language, state },
          translation: row.translation,
          ...{ version: facts.version, isAdmitted: facts.isAdmitted, correctUntil: facts.latest?.correctUntil ?? null },
          track: { name: names.get(id) ?? { zh: '', en: '' } },
          decisions: openDecisions(facts, by, now),
        })),
        nextAfter: found.length > shown.length ? (shown.at(-1)?.number ?? null) : null,
      };
    });
  }

  /** @throws DomainError `not-found` */
  async entry(slug: string, publicId: string, reader: string): Promise<CheckedEntry> {
    return this.dataSource.transaction(async (manager) => {
      const { editionId, setting } = await this.settings.read(slug, manager);
      const { now, rows } = await eligibilityFacts(manager, editionId, { publicIds: [publicId], reader });
      const row = rows[0];
      if (!row) throw new DomainError('not-found', { entry: publicId });
      const { facts, id, number } = row;
      const { answers, formAnswers, trackId, formVersionId } = await namedAnswers(manager, id);
      const asked = await this.forms.asked(manager, { trackId, formVersionId, isDraft: false });
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: editionId, entry: id },
        body: { what: 'eligibility-entry', version: facts.version },
      });
      const by = { reader, needsSecondReader: setting.needsSecondReader };
      return {
        ...{ publicId, number, version: facts.version, isAdmitted: facts.isAdmitted, entryState: facts.entryState },
        ...{ state: eligibilityState(facts, now), decisions: openDecisions(facts, by, now) },
        ...{ answers, form: asked.definition, formAnswers },
        translation: await standingTranslation(manager, id),
        checks: await pastChecks(manager, id),
        changes: facts.latest ? await changesSince(manager, id, facts.latest.version) : [],
      };
    });
  }
}
