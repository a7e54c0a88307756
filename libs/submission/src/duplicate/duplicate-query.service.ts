import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  compareEntries,
  DomainError,
  type DuplicateEvidence,
  type DuplicateKind,
  type DuplicateStrength,
  type DuplicateVerdict,
  fieldProblem,
  strengthOfRank,
  strengthRank,
} from '#domain';
import { LedgerService } from '#ledger';
import { editionBySlug } from '../import/import-rows.js';
import { comparedEntries, type FiledFileCompared, type TeamPersonCompared } from './compared-entries.js';

/** An entry of a pair as a list shows it. */
export interface PairedEntry {
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  readonly state: 'submitted' | 'withdrawn';
  readonly edition: { readonly slug: string; readonly name: { readonly zh: string; readonly en: string } };
}

export interface DuplicateMark {
  readonly id: string;
  readonly verdict: DuplicateVerdict;
  readonly note: string;
  /** Display name; null where the account is gone. */
  readonly by: string | null;
  readonly at: Date;
  /** Whether more speaks for the pair now than when it was marked. */
  readonly isOutdated: boolean;
}

export interface DuplicatePair {
  /** Of the edition, or the entry, that was asked for. */
  readonly entry: PairedEntry;
  readonly other: PairedEntry;
  readonly strength: DuplicateStrength;
  /** What they have in common now. */
  readonly evidence: DuplicateEvidence<TeamPersonCompared, FiledFileCompared>;
  readonly mark: DuplicateMark | null;
}

export const duplicateStates = ['open', 'duplicate', 'not-duplicate', 'all'] as const;
/** `open`: not marked, or more speaks for it since. */
export type DuplicateState = (typeof duplicateStates)[number];

export interface DuplicateFilter {
  readonly kind?: DuplicateKind;
  /** At least so strong: by the kind, where one is named. */
  readonly least: DuplicateStrength;
  readonly state: DuplicateState;
}

export interface DuplicatePage {
  readonly pairs: readonly DuplicatePair[];
  readonly total: number;
  /** Entries that wait to be compared, of the edition that was asked for. */
  readonly waiting: number;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** Who asks, and in which editions this person may see pairs at all. */
export interface DuplicateReader {
  readonly userId: string;
  readonly editionIds: readonly string[];
}

interface PairRow {
  readonly entryId: string;
  readonly otherId: string;
  readonly strength: number;
  readonly similarity: number;
  readonly entry: PairedEntry;
  readonly other: PairedEntry;
  readonly mark: (Omit<DuplicateMark, 'at'> & { readonly at: string }) | null;
}

const paired = (entry: string, edition: string) => `json_build_object('publicId', ${entry}.public_id,
  'number', ${entry}.number, 'title', ${entry}.title, 'state', ${entry}.state, 'edition', json_build_object(
  'slug', ${edition}.slug, 'name', json_build_object('zh', ${edition}.name_zh, 'en', ${edition}.name_en)))`;
const outdated = 'p.title > m.title or p.file > m.file or p.person > m.person';
const markOf = `duplicate_marks m on m.entry_id = least(p.entry_id, p.other_id)
  and m.other_id = greatest(p.entry_id, p.other_id) and m.undone_at is null`;
const listed = 'p.edition_id = $1 and (p.edition_id <> p.other_edition_id or p.entry_id < p.other_id)';
const stateConditions: Readonly<Record<DuplicateState, string>> = {
  open: `(m.id is null or ${outdated})`,
  duplicate: `m.verdict = 'duplicate'`,
  'not-duplicate': `m.verdict = 'not-duplicate'`,
  all: 'true',
};

/** Pairs of entries that have something in common, as far as the reader may see both. Every reading is an event. */
@Injectable()
export class DuplicateQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * The pairs of an edition, strongest first, two entries of it once.
   *
   * @throws DomainError `not-found` for an unknown edition, `request-invalid` for a cursor that is none
   */
  async page(
    slug: string,
    filter: DuplicateFilter,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
    reader: DuplicateReader,
  ): Promise<DuplicatePage> {
    return this.dataSource.transaction(async (manager) => {
      const editionId = await editionBySlug(manager, slug);
      const asked = { within: listed, id: editionId, filter, reader };
      const page = await pairsOf(manager, asked, cursor, limit);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader.userId, edition: editionId },
        body: { what: 'duplicates', rows: page.pairs.length },
      });
      return {
        ...page,
        total: await totalOf(manager, asked),
        waiting: await waitingOf(manager, editionId, reader.userId),
      };
    });
  }

  /**
   * All that an entry has in common with others, marked or not.
   *
   * @throws DomainError `not-found` for a draft and for no entry, `request-invalid`
   */
  async ofEntry(
    publicId: string,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
    reader: DuplicateReader,
  ): Promise<DuplicatePage> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ id: string; edition: string; waiting: number }[]>(
        `select id, edition_id as edition,
           (select count(*)::int from pending_duplicate_searches p where p.entry_id = e.id) as waiting
         from entries e where public_id = $1 and state <> 'draft'`,
        [publicId],
      );
      const found = rows[0];
      if (!found) throw new DomainError('not-found', { entry: publicId });
      const filter = { least: 'weak', state: 'all' } as const;
      const asked = { within: 'p.entry_id = $1', id: found.id, filter, reader };
      const page = await pairsOf(manager, asked, cursor, limit);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader.userId, edition: found.edition, entry: found.id },
        body: { what: 'entry-duplicates', rows: page.pairs.length },
      });
      return { ...page, total: await totalOf(manager, asked), waiting: Math.min(1, found.waiting) };
    });
  }

  /**
   * All pairs of an edition that the filter lets through, as `page`, read as they are asked for; one event for all.
   *
   * @throws DomainError `not-found`
   */
  async *all(slug: string, filter: DuplicateFilter, reader: DuplicateReader): AsyncGenerator<DuplicatePair> {
    const { manager } = this.dataSource;
    const id = await editionBySlug(manager, slug);
    await this.ledger.record(manager, {
      kind: 'read',
      subject: { actor: reader.userId, edition: id },
      body: { what: 'export-duplicates', format: 'csv' },
    });
    for (let cursor: string | undefined; ;) {
      const page = await pairsOf(manager, { within: listed, id, filter, reader }, cursor, 200);
      yield* page.pairs;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}

interface AskedPairs {
  /** Condition on `duplicate_pairs p`, of which $1 is `id`. */
  readonly within: string;
  readonly id: string;
  readonly filter: DuplicateFilter;
  readonly reader: DuplicateReader;
}

/** Neither concerns the reader. */
const free = `p.entry_id not in (select conflicted_entries($4)) and p.other_id not in (select conflicted_entries($4))`;

function conditionsOf({ within, filter }: AskedPairs): string {
  const kind = filter.kind === undefined ? [] : [`p.${filter.kind} >= $3`];
  return [
    within,
    'p.other_edition_id = any ($2)',
    free,
    'p.strength >= $3',
    stateConditions[filter.state],
    ...kind,
  ].join(' and ');
}

const parametersOf = ({ id, filter, reader }: AskedPairs) => [
  id,
  reader.editionIds,
  strengthRank(filter.least),
  reader.userId,
];

async function totalOf(manager: EntityManager, asked: AskedPairs): Promise<number> {
  const rows = await manager.query<{ total: number }[]>(
    `select count(*)::int as total from duplicate_pairs p left join ${markOf} where ${conditionsOf(asked)}`,
    parametersOf(asked),
  );
  return rows[0]?.total ?? 0;
}

async function pairsOf(
  manager: EntityManager,
  asked: AskedPairs,
  cursor: string | undefined,
  limit: number,
): Promise<Pick<DuplicatePage, 'pairs' | 'nextCursor'>> {
  const rows = await manager.query<PairRow[]>(
    `select p.entry_id as "entryId", p.other_id as "otherId", p.strength, p.similarity,
       ${paired('e', 'd')} as entry, ${paired('o', 'c')} as other,
       case when m.id is not null then json_build_object('id', m.id, 'verdict', m.verdict, 'note', m.note,
         'by', u.display_name, 'at', m.recorded_at, 'isOutdated', ${outdated}) end as mark
     from duplicate_pairs p left join ${markOf} left join users u on u.id = m.marked_by
     join entries e on e.id = p.entry_id join editions d on d.id = e.edition_id
     join entries o on o.id = p.other_id join editions c on c.id = o.edition_id
     where ${conditionsOf(asked)} and (p.strength, p.similarity, p.entry_id, p.other_id) < ($5, $6, $7, $8)
     order by p.strength desc, p.similarity desc, p.entry_id desc, p.other_id desc limit $9`,
    [...parametersOf(asked), ...placeOf(cursor), limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { pairs: await withEvidence(manager, shown), nextCursor: last ? cursorOf(last) : null };
}

async function waitingOf(manager: EntityManager, editionId: string, reader: string): Promise<number> {
  const rows = await manager.query<{ count: number }[]>(
    `select count(distinct p.entry_id)::int as count from pending_duplicate_searches p
     join entries e on e.id = p.entry_id where e.edition_id = $1 and e.id not in (select conflicted_entries($2))`,
    [editionId, reader],
  );
  return rows[0]?.count ?? 0;
}

/** What the pairs have in common is read from the entries as they are now: no copy of a name outlives its erasure. */
async function withEvidence(manager: EntityManager, rows: readonly PairRow[]): Promise<DuplicatePair[]> {
  const entries = await comparedEntries(
    manager,
    rows.flatMap(({ entryId, otherId }) => [entryId, otherId]),
  );
  return rows.map(({ entryId, otherId, strength, entry, other, mark }) => {
    const [own, its] = [entries.get(entryId), entries.get(otherId)];
    return {
      ...{ entry, other, strength: strengthOfRank(strength) ?? 'weak' },
      evidence: own && its ? compareEntries(own, its) : { title: null, files: [], people: [] },
      mark: mark && { ...mark, at: new Date(mark.at) },
    };
  });
}

const firstPlace = [4, 0, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'] as const;
const place = /^([1-3]) (\d{1,3}) ([0-9a-f-]{36}) ([0-9a-f-]{36})$/;

function cursorOf({ strength, similarity, entryId, otherId }: PairRow): string {
  return Buffer.from([strength, similarity, entryId, otherId].join(' ')).toString('base64url');
}

/** @throws DomainError `request-invalid` */
function placeOf(cursor: string | undefined): readonly (string | number)[] {
  if (cursor === undefined) return firstPlace;
  const found = place.exec(Buffer.from(cursor, 'base64url').toString());
  if (found) return [Number(found[1]), Number(found[2]), found[3] ?? '', found[4] ?? ''];
  throw new DomainError('request-invalid', { problems: [fieldProblem('cursor', 'field-invalid')] });
}
