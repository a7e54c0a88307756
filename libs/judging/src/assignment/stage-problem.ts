import type { EntityManager } from 'typeorm';
import { compareCodePoints, hashJson, type JudgeKind, organisationKey } from '#domain';
import type { AssignmentParameters } from '#domain/assignment/assignment-parameters';
import type {
  AssignableEntry,
  AssignmentProblem,
  AvailableJudge,
  EntryJudgePair,
  ExistingAssignment,
  TopicWish,
} from '#domain/assignment/assignment-problem';
import { keywordKey, KeywordIndex } from '#domain/assignment/keyword-index';
import {
  awaitedConflictsSql,
  plannedConflictsSql,
  plannedEntriesSql,
  plannedJudgesSql,
  standingAssignmentsSql,
} from './assignment-problem.sql.js';
import { limitsHere, loadElsewhere, type LoadElsewhere } from './load-elsewhere.js';
import { namedConflicts } from './named-conflicts.js';
import type { JudgeAbsence } from './judge-absence.js';
import { absenceInPlan, chosenJudges, type PlanAbsence } from './plan-choice.js';
import { candidatePairs } from '../candidate/stage-candidates.js';

export interface StandingAssignment extends EntryJudgePair {
  readonly id: string;
  readonly isBegun: boolean;
}

/** A standing pair whose candidate is open, or whose recusal awaits its second person: kept, and given to nobody anew. */
export interface UndecidedPair extends EntryJudgePair {
  readonly code: 'candidate-open' | 'order-awaited';
}

export interface StageProblem {
  /** Entries by id of `stage_entries`, judges by theirs. */
  readonly problem: AssignmentProblem;
  /** SHA-256, 64 hex digits, of the problem but for who has begun, which is looked at pair by pair, and for wishes: a judge
   * who tells of one after a plan was made does not undo it. */
  readonly fingerprint: string;
  readonly standing: readonly StandingAssignment[];
  readonly absences: ReadonlyMap<string, PlanAbsence>;
  /** Judges who would have come, had the plan not been for others. */
  readonly leftOut: number;
  /** Standing pairs with a conflict that nobody has declared: begun, they stay. */
  readonly begunConflicts: readonly EntryJudgePair[];
  /** Standing pairs that stay because nothing is decided of them yet. */
  readonly undecided: readonly UndecidedPair[];
  readonly elsewhere: LoadElsewhere;
}

interface EntryRow {
  readonly id: string;
  readonly topic: string | null;
  readonly language: string;
  readonly translation: string | null;
  /** Title and summary, with those of a confirmed translation. */
  readonly text: string;
}

interface ReadJudge {
  readonly id: string;
  readonly kind: JudgeKind | null;
  readonly languages: readonly string[];
  readonly leastEntries: number;
  readonly mostEntries: number | null;
  readonly employer: string | null;
  readonly organisation: string | null;
  readonly name: string | null;
  readonly topics: readonly string[];
  /** As the office typed them. */
  readonly keywords: readonly string[];
  readonly wishes: readonly TopicWish[];
  readonly absence: JudgeAbsence | null;
}

type JudgeRow = Omit<ReadJudge, 'absence'> & { readonly absence: PlanAbsence | null };

export const pairKey = ({ entry, judge }: EntryJudgePair) => `${entry} ${judge}`;

/** Of a judge who has not said, it is taken that both languages are read. */
const bothLanguages = ['zh', 'en'];

/**
 * The one place where a stage becomes a problem to plan.
 *
 * @param byHand a person gives an entry, who may also call on a judge whom no draw has seated
 * @param manager of one snapshot, or of a transaction that holds the stage
 */
export async function stageProblem(
  manager: EntityManager,
  stageId: string,
  parameters: AssignmentParameters,
  byHand = false,
): Promise<StageProblem> {
  const rows = await manager.query<EntryRow[]>(plannedEntriesSql, [stageId]);
  const readJudges = await manager.query<ReadJudge[]>(plannedJudgesSql, [stageId]);
  const chosen = await chosenJudges(manager, stageId, parameters);
  const judgeRows = readJudges.map((row): JudgeRow => ({ ...row, absence: absenceInPlan(row, chosen) }));
  const declared = await manager.query<EntryJudgePair[]>(plannedConflictsSql, [stageId]);
  const awaited = await manager.query<EntryJudgePair[]>(awaitedConflictsSql, [stageId]);
  const named = await namedConflicts(manager, stageId, judgeRows);
  const { open, blocking } = await candidatePairs(manager, stageId);
  const standing = await manager.query<StandingAssignment[]>(standingAssignmentsSql, [stageId]);
  // What a pair is worth is nothing to a person who gives an entry by hand.
  const keywords = new KeywordIndex(byHand ? [] : judgeRows.flatMap((row) => row.keywords));
  const entries = rows.map((row) => ({ ...plannedEntry(row, parameters), keywords: keywords.found(row.text) }));
  const isOfStage = pairsOf(entries, judgeRows);
  const decided = unique([...declared, ...named, ...blocking].filter(isOfStage));
  const isDecided = isAmong(decided);
  const suspended = unique([...awaited, ...open].filter((pair) => isOfStage(pair) && !isDecided(pair)));
  const existing = existingPairs(standing.filter(isOfStage), judgeRows, { decided, suspended }, parameters);
  const elsewhere = await loadElsewhere(manager, stageId, judgeRows);
  const mayCome = (absence: PlanAbsence | null) =>
    absence === null || (absence === 'substitute' && parameters.withSubstitutes) || (absence === 'not-drawn' && byHand);
  const judges = plannedJudges(
    judgeRows.map((row) => ({ ...row, ...limitsHere(row, elsewhere) })),
    existing,
    mayCome,
  );
  const found = unique([...decided, ...suspended]).filter(pairsOf(entries, judges));
  const isBegun = isAmong(standing.filter((one) => one.isBegun));
  const [isSuspended, isAwaited] = [isAmong(suspended), isAmong(awaited)];
  const isKept = isAmong(existing.filter(({ isFixed }) => isFixed));
  const problem: AssignmentProblem = {
    ...{ entries, judges, conflicts: found.filter((pair) => !isKept(pair)), preferences: [] },
    ...{ existing, mostPerEmployer: parameters.mostPerEmployer, weights: parameters.weights, seed: parameters.seed },
  };
  return {
    ...{ problem, standing, elsewhere },
    fingerprint: hashJson({
      ...{ schema: 2, stage: stageId, ...problem, kindsWanted: parameters.kindsWanted, conflicts: found },
      // Of one that is decided since, a plan that keeps it as undecided is overtaken.
      suspended: suspended.filter(pairsOf(entries, judges)),
      judges: judges.map(({ wishes: _, ...judge }) => judge),
      existing: existing.map(({ entry, judge }) => [entry, judge]),
    }),
    absences: new Map(judgeRows.flatMap(({ id, absence }) => (absence === null ? [] : [[id, absence]]))),
    leftOut: readJudges.filter((row) => mayCome(row.absence) && absenceInPlan(row, chosen) === 'not-chosen').length,
    begunConflicts: found.filter((pair) => isBegun(pair) && (!isSuspended(pair) || !isAwaited(pair))),
    undecided: existing
      .filter((pair) => pair.isFixed && isSuspended(pair))
      .flatMap((pair) => undecidedPair(pair, isAwaited(pair), isBegun(pair))),
  };
}

/** One that is begun and whose candidate is open is told as a conflict of what is begun. */
function undecidedPair({ entry, judge }: EntryJudgePair, isAwaited: boolean, isBegun: boolean): UndecidedPair[] {
  if (isAwaited) return [{ code: 'order-awaited', entry, judge }];
  return isBegun ? [] : [{ code: 'candidate-open', entry, judge }];
}

function plannedEntry(
  { id, topic, language, translation }: EntryRow,
  parameters: AssignmentParameters,
): AssignableEntry {
  return {
    ...{ id, topics: topic === null ? [] : [topic], judgesWanted: parameters.judgesWanted },
    languages: translation === null ? [language] : [language, translation],
    kindsWanted: parameters.kindsWanted,
  };
}

/**
 * What is begun stays. What is not goes where the judge will not come, so that others are found for it; a substitute, or
 * one whom no draw has seated, called on by a person, keeps it, also where a plan is to call on none. Whom the plan is not
 * for keeps everything. Where an open candidate alone, or an order that awaits its second person, speaks against a pair
 * whose judge is there, it stays: nothing is decided.
 */
function existingPairs(
  standing: readonly StandingAssignment[],
  rows: readonly JudgeRow[],
  conflicts: { readonly decided: readonly EntryJudgePair[]; readonly suspended: readonly EntryJudgePair[] },
  parameters: AssignmentParameters,
): ExistingAssignment[] {
  const [isDecided, isSuspended] = [isAmong(conflicts.decided), isAmong(conflicts.suspended)];
  const keeps = (absence: PlanAbsence | null) => {
    if (absence === 'not-chosen') return true;
    return absence === 'substitute' || absence === 'not-drawn'
      ? parameters.existing === 'keep' || !parameters.withSubstitutes
      : absence === null && parameters.existing === 'keep';
  };
  const kept = new Set(rows.filter(({ absence }) => keeps(absence)).map(({ id }) => id));
  const here = new Set(rows.flatMap(({ id, absence }) => (absence === null || !isAway(absence) ? [id] : [])));
  return standing.map(({ isBegun, entry, judge }) => {
    const isHeld = isSuspended({ entry, judge }) ? here.has(judge) : kept.has(judge) && !isDecided({ entry, judge });
    return { entry, judge, isFixed: isBegun || isHeld };
  });
}

/**
 * Whoever is away is in the plan for what stands alone.
 *
 * @param rows with the limits of this stage
 */
function plannedJudges(
  rows: readonly JudgeRow[],
  existing: readonly ExistingAssignment[],
  mayCome: (absence: PlanAbsence | null) => boolean,
): AvailableJudge[] {
  const holding = new Set(existing.map(({ judge }) => judge));
  const fixed = new Map<string, number>();
  for (const { judge, isFixed } of existing) if (isFixed) fixed.set(judge, (fixed.get(judge) ?? 0) + 1);
  return rows.flatMap((row): AvailableJudge[] => {
    const { id, kind, topics, languages, leastEntries, mostEntries, absence } = row;
    const judge = {
      ...{ keywords: row.keywords.map(keywordKey), wishes: row.wishes },
      ...{ id, kind, topics, languages: languages.length === 0 ? bothLanguages : languages },
      employer: row.organisation ?? (row.employer === null ? null : `typed ${organisationKey(row.employer)}`),
    };
    if (mayCome(absence)) return [{ ...judge, leastEntries, mostEntries }];
    return holding.has(id) ? [{ ...judge, leastEntries: 0, mostEntries: fixed.get(id) ?? 0, isAway: true }] : [];
  });
}

function pairsOf(entries: readonly { id: string }[], judges: readonly { id: string }[]) {
  const [entryIds, judgeIds] = [new Set(entries.map(({ id }) => id)), new Set(judges.map(({ id }) => id))];
  return ({ entry, judge }: EntryJudgePair) => entryIds.has(entry) && judgeIds.has(judge);
}

/** Nothing is to be awaited of such a judge; from another a plan takes nothing that a person gave. */
const isAway = (absence: PlanAbsence) =>
  absence !== 'substitute' && absence !== 'not-drawn' && absence !== 'not-chosen';

function isAmong(pairs: readonly EntryJudgePair[]): (pair: EntryJudgePair) => boolean {
  const keys = new Set(pairs.map(pairKey));
  return (pair) => keys.has(pairKey(pair));
}

function unique(pairs: readonly EntryJudgePair[]): EntryJudgePair[] {
  const found = new Map(pairs.map(({ entry, judge }) => [pairKey({ entry, judge }), { entry, judge }]));
  return [...found].sort(([left], [right]) => compareCodePoints(left, right)).map(([, pair]) => pair);
}
