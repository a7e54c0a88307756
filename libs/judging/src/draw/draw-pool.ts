import type { EntityManager } from 'typeorm';
import { type BilingualText, compareCodePoints, type JudgeKind, organisationKey } from '#domain';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import type { DrawExclusion, DrawKind, DrawMember } from '#domain/draw/draw-document';
import { plannedConflictsSql } from '../assignment/assignment-problem.sql.js';
import { candidatePairs } from '../candidate/stage-candidates.js';
import { namedConflicts } from '../assignment/named-conflicts.js';
import { pooledEntriesSql, pooledJudgesSql } from './draw.sql.js';

/** Of whom is drawn. */
export interface PoolWanted {
  readonly kind: DrawKind;
  /** For which judges are drawn; null: the stage. */
  readonly panelId: string | null;
  /** Judges of this field group alone; null: all. */
  readonly fieldGroupId: string | null;
  /** Whoever has a conflict of interest with an entry that is to be judged is not drawn. */
  readonly passesConflicted: boolean;
  /** Places are drawn within each panel. */
  readonly byPanel: boolean;
}

/** One of the pool, as whoever draws sees it. */
export interface PoolMember extends DrawMember {
  readonly judgeId: string | null;
  readonly stageEntryId: string | null;
  /** Of a judge; null where the account is gone. Of an entry its title. */
  readonly name: string | null;
  readonly kind: JudgeKind | null;
  readonly fieldGroup: BilingualText | null;
  readonly employerName: string | null;
}

interface JudgeRow {
  readonly id: string;
  readonly name: string | null;
  readonly kind: JudgeKind | null;
  readonly employer: string | null;
  readonly organisation: string | null;
  readonly excluded: DrawExclusion | null;
}

interface EntryRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly groupKey: string | null;
  readonly fieldGroup: BilingualText | null;
  readonly panel: string | null;
}

/** The pool of a draw as it is now, by id: the one place that says who is in it and who is passed over. */
export async function drawPool(manager: EntityManager, stageId: string, wanted: PoolWanted): Promise<PoolMember[]> {
  const pool =
    wanted.kind === 'judges' || wanted.kind === 'judge-panels'
      ? await judges(manager, stageId, wanted)
      : await entries(manager, stageId, wanted);
  return pool.sort((left, right) => compareCodePoints(left.id, right.id));
}

async function judges(manager: EntityManager, stageId: string, wanted: PoolWanted): Promise<PoolMember[]> {
  const rows = await manager.query<JudgeRow[]>(pooledJudgesSql, [
    ...[stageId, wanted.panelId, wanted.kind === 'judges' ? wanted.fieldGroupId : null],
    wanted.kind === 'judge-panels',
  ]);
  const conflicted = wanted.passesConflicted ? await conflictedJudges(manager, stageId, wanted, rows) : new Set();
  const words = new Map<string, string>();
  return rows.map(({ id, name, kind, employer, organisation, excluded }) => ({
    ...{ id, name, kind, group: kind, panel: null, judgeId: id, stageEntryId: null, fieldGroup: null },
    employer: employerWord(words, organisation ?? (employer === null ? null : `typed ${organisationKey(employer)}`)),
    employerName: employer,
    excluded: excluded ?? (conflicted.has(id) ? ('conflicted' as const) : null),
  }));
}

/** The document says who are colleagues, and names no house. */
function employerWord(words: Map<string, string>, key: string | null): string | null {
  if (key === null) return null;
  const word = words.get(key) ?? `employer ${words.size + 1}`;
  words.set(key, word);
  return word;
}

async function conflictedJudges(
  manager: EntityManager,
  stageId: string,
  { panelId, kind }: PoolWanted,
  rows: readonly JudgeRow[],
): Promise<Set<unknown>> {
  // Which panel a judge is to sit in is what the draw of panels decides.
  if (kind !== 'judges') return new Set();
  const declared = await manager.query<EntryJudgePair[]>(plannedConflictsSql, [stageId]);
  const named = await namedConflicts(manager, stageId, rows);
  const { open, blocking } = await candidatePairs(manager, stageId);
  const read = await manager.query<{ id: string }[]>(
    // An entry that stands in no panel yet may come into this one.
    'select x.id from stage_entries x where x.stage_id = $1 and ($2::uuid is null or coalesce(x.panel_id, $2) = $2)',
    [stageId, panelId],
  );
  const ids = new Set(read.map(({ id }) => id));
  return new Set(
    [...declared, ...named, ...blocking, ...open].filter(({ entry }) => ids.has(entry)).map(({ judge }) => judge),
  );
}

async function entries(manager: EntityManager, stageId: string, { kind, byPanel }: PoolWanted): Promise<PoolMember[]> {
  const rows = await manager.query<EntryRow[]>(pooledEntriesSql, [stageId]);
  return rows.map(({ id, number, title, groupKey, fieldGroup, panel }) => ({
    ...{ id: String(number), name: title, kind: null, group: groupKey, employer: null, employerName: null },
    ...{ judgeId: null, stageEntryId: id, fieldGroup, excluded: null },
    panel: kind === 'order' && byPanel ? panel : null,
  }));
}
