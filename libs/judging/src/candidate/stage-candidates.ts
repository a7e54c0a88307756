import type { EntityManager } from 'typeorm';
import { compareCodePoints, organisationKey } from '#domain';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import {
  candidateState,
  type CandidateState,
  conflictCandidates,
  type EntryTies,
  type Evidence,
  evidenceVersion,
  type JudgeTies,
  type SignedOrganisation,
} from '#domain/conflict/conflict-evidence';
import {
  type EntryTiesSql,
  heldEmployersSql,
  heldInterestsSql,
  judgedEntriesSql,
  knownOrganisationsSql,
  relatedOrganisationsSql,
  tiedJudgesSql,
} from './stage-ties.sql.js';
import { RivalHouses } from './rival-houses.js';

/** A pair of a stage between which something speaks for a conflict of interest. */
export interface StageCandidate {
  readonly judge: { readonly id: string; readonly name: string | null; readonly userId: string | null };
  /** `id` of the stage entry, or of the calibration. */
  readonly entry: { readonly id: string; readonly entryId: string; readonly number: number; readonly title: string };
  /** The entry is one that judges score first, and none that the stage judges. */
  readonly isCalibration: boolean;
  readonly state: CandidateState;
  readonly evidence: readonly Evidence[];
  /** Of the evidence: SHA-256, 64 hex digits. */
  readonly version: string;
  /** When it was dismissed, and why; null where the last word is another, and where the words are erased. */
  readonly dismissedAt: Date | null;
  readonly reason: string | null;
}

interface HeldEmployer {
  readonly judge: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly isPresent: boolean;
}

interface HeldInterest {
  readonly judge: string;
  readonly kind: 'advisee' | 'co-author' | 'investment';
  readonly name: string;
  readonly unit: string | null;
}

interface TeamTie {
  readonly entry: string;
  readonly kind: 'member' | 'person' | 'employer';
  readonly name: string;
  readonly employer: string | null;
  readonly organisation: string | null;
}

/** An organisation of a team, by the problem that its entry answers. */
interface Proposer extends NamedOrganisation {
  readonly problem: string;
  /** Of the entry. */
  readonly number: number;
  readonly entry: string;
}

type Competitor = NamedOrganisation & { readonly problem: string };

interface NamedOrganisation {
  readonly name: string;
  /** What the register takes it for. */
  readonly organisation: string | null;
}

type TiedEntry = StageCandidate['entry'] & { readonly problem: string | null };

interface Decided extends EntryJudgePair {
  readonly outcome: 'confirmed' | 'dismissed';
  /** Hashes of the lines of evidence that were dismissed. */
  readonly lines: readonly string[];
  readonly at: Date;
  readonly reason: string | null;
}

const pairOf = ({ entry, judge }: EntryJudgePair) => `${entry} ${judge}`;

/**
 * Every candidate of a stage, by number of the entry and name of the judge; computed anew from what stands.
 *
 * @param of the entries that are looked at: those that the stage judges, unless others are named
 * @param judgeId the judge that is looked at: every one, unless one is named
 */
export async function stageCandidates(
  manager: EntityManager,
  stageId: string,
  of: EntryTiesSql = judgedEntriesSql,
  judgeId: string | null = null,
): Promise<StageCandidate[]> {
  const stated = [stageId, judgeId, of.isCalibration];
  const judges = await manager.query<StageCandidate['judge'][]>(tiedJudgesSql, [stageId, judgeId]);
  const entries = await manager.query<TiedEntry[]>(of.entries, [stageId]);
  const employers = await manager.query<HeldEmployer[]>(heldEmployersSql, stated);
  const interests = await manager.query<HeldInterest[]>(heldInterestsSql, stated);
  const teams = await manager.query<TeamTie[]>(of.teams, [stageId]);
  const proposers = await manager.query<Proposer[]>(of.proposers, [stageId]);
  const competitors = await manager.query<Competitor[]>(of.competitors, [stageId]);
  const held = [...employers, ...interests.filter(({ kind }) => kind === 'investment').map(unregistered)];
  const register = await registerOf(manager, held, [...teams.flatMap(houseOfTeam), ...proposers, ...competitors]);
  const tied = judgeTies(judges, employers, interests, register);
  const others = { teams, competitors, rivals: rivalHouses(tied, proposers, register) };
  const found = conflictCandidates(tied, entryTies(entries, others, register));
  const declared = await manager.query<EntryJudgePair[]>(of.declared, [stageId]);
  const conflicts = new Set(declared.map(pairOf));
  const awaited = await manager.query<EntryJudgePair[]>(of.ordered, [stageId]);
  const ordered = new Set(awaited.map(pairOf));
  const decisions = await manager.query<Decided[]>(of.decided, [stageId]);
  const decided = new Map(decisions.map((one) => [pairOf(one), one]));
  const [judgeById, entryById] = [
    new Map(judges.map((one) => [one.id, one])),
    new Map(entries.map((one) => [one.id, one])),
  ];
  return found.flatMap(({ evidence, ...pair }) => {
    const [judge, entry] = [judgeById.get(pair.judge), entryById.get(pair.entry)];
    const last = decided.get(pairOf(pair));
    const dismissal = last?.outcome === 'dismissed' ? last : null;
    if (!judge || !entry) return [];
    const [hasConflict, isOrdered] = [conflicts.has(pairOf(pair)), ordered.has(pairOf(pair))];
    const state = candidateState(evidence, { hasConflict, isOrdered, dismissed: dismissal?.lines ?? null });
    const [dismissedAt, reason] = [dismissal?.at ?? null, dismissal?.reason ?? null];
    const { isCalibration } = of;
    return [{ judge, entry, isCalibration, evidence, version: evidenceVersion(evidence), state, dismissedAt, reason }];
  });
}

export interface CandidatePairs {
  /** Nobody has settled them. */
  readonly open: readonly EntryJudgePair[];
  /** A rule keeps them apart by itself. */
  readonly blocking: readonly EntryJudgePair[];
}

/** Pairs whose candidate keeps them apart: no plan assigns them. */
export async function candidatePairs(manager: EntityManager, stageId: string): Promise<CandidatePairs> {
  const candidates = await stageCandidates(manager, stageId);
  const ofState = (wanted: CandidateState) =>
    candidates
      .filter(({ state }) => state === wanted)
      .map(({ entry, judge }) => ({ entry: entry.id, judge: judge.id }));
  return { open: ofState('open'), blocking: ofState('blocking') };
}

interface Register {
  /** Of a judge's organisation: what it is. */
  readonly held: (name: string, organisation: string | null) => SignedOrganisation;
  /** Of a team's: what it is, what that is a branch of, and its branches. */
  readonly related: (name: string, organisation: string | null) => SignedOrganisation;
  /** What a team's organisation is told apart by: what the register takes it for, else the key of its name. */
  readonly houseOf: (name: string, organisation: string | null) => string;
}

const unregistered = ({ name }: HeldInterest): NamedOrganisation => ({ name, organisation: null });

function houseOfTeam({ kind, name, employer, organisation }: TeamTie): NamedOrganisation[] {
  if (kind === 'employer') return [{ name, organisation: null }];
  return employer === null ? [] : [{ name: employer, organisation }];
}

async function registerOf(
  manager: EntityManager,
  held: readonly NamedOrganisation[],
  ofTeams: readonly NamedOrganisation[],
): Promise<Register> {
  const names = new Set([...held, ...ofTeams].map(({ name }) => name));
  const keys = new Map([...names].map((name) => [name, organisationKey(name)]));
  const rows = await manager.query<{ key: string; organisation: string }[]>(knownOrganisationsSql, [
    [...new Set(keys.values())],
  ]);
  const known = grouped(rows.map(({ key, organisation }) => [key, organisation]));
  const ids = [
    ...new Set([
      ...rows.map(({ organisation }) => organisation),
      ...ofTeams.flatMap(({ organisation }) => organisation ?? []),
    ]),
  ];
  const lines = await manager.query<{ id: string; related: string }[]>(relatedOrganisationsSql, [ids]);
  const related = grouped(lines.map(({ id, related: one }) => [id, one]));
  const idsOf = (name: string, organisation: string | null) =>
    organisation === null ? (known.get(keys.get(name) ?? '') ?? []) : [organisation];
  const signed = (name: string, organisations: readonly string[]): SignedOrganisation => {
    const key = keys.get(name) ?? '';
    return { name, signs: [...(key === '' ? [] : [`key ${key}`]), ...organisations.map((id) => `id ${id}`)] };
  };
  return {
    houseOf: (name, organisation) =>
      [...idsOf(name, organisation)].sort(compareCodePoints).join(' ') || (keys.get(name) ?? ''),
    held: (name, organisation) => signed(name, idsOf(name, organisation)),
    related: (name, organisation) =>
      signed(
        name,
        idsOf(name, organisation).flatMap((id) => related.get(id) ?? []),
      ),
  };
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = found.get(key);
    if (group === undefined) found.set(key, [value]);
    else group.push(value);
  }
  return found;
}

function judgeTies(
  judges: readonly StageCandidate['judge'][],
  employers: readonly HeldEmployer[],
  interests: readonly HeldInterest[],
  { held }: Register,
): JudgeTies[] {
  const employersOf = grouped(employers.map((one) => [one.judge, one]));
  const interestsOf = grouped(interests.map((one) => [one.judge, one]));
  return judges.map(({ id, name }) => ({
    ...{ id, name },
    employers: (employersOf.get(id) ?? []).map((one) => ({
      ...held(one.name, one.organisation),
      isPresent: one.isPresent,
    })),
    people: (interestsOf.get(id) ?? []).flatMap(({ kind, ...person }) =>
      kind === 'investment' ? [] : [{ kind, name: person.name, unit: person.unit }],
    ),
    investments: (interestsOf.get(id) ?? []).flatMap((one) =>
      one.kind === 'investment' ? [held(one.name, null)] : [],
    ),
  }));
}

interface OtherSide {
  readonly teams: readonly TeamTie[];
  readonly rivals: RivalHouses;
  readonly competitors: readonly Competitor[];
}

function rivalHouses(judges: readonly JudgeTies[], proposers: readonly Proposer[], register: Register): RivalHouses {
  const held = new Set(judges.flatMap(({ employers }) => employers.flatMap(({ signs }) => signs)));
  const proposals = proposers.map(({ name, organisation, ...proposal }) => ({
    ...{ ...proposal, house: register.houseOf(name, organisation), organisation: register.related(name, organisation) },
  }));
  return new RivalHouses(proposals, (sign) => held.has(sign));
}

function entryTies(
  entries: readonly TiedEntry[],
  { teams, rivals, competitors }: OtherSide,
  { related }: Register,
): EntryTies[] {
  const tiesOf = grouped(teams.map((one) => [one.entry, one]));
  const competitorsOf = grouped(
    competitors.map(({ problem, name, organisation }) => [problem, related(name, organisation)]),
  );
  return entries.map(({ id, number, problem }) => {
    const ties = tiesOf.get(id) ?? [];
    return {
      id,
      people: ties.flatMap(({ kind, name, employer, organisation }) =>
        kind === 'member' ? [{ name, organisation: employer === null ? null : related(employer, organisation) }] : [],
      ),
      avoidedPeople: ties.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])),
      avoidedEmployers: ties.flatMap(({ kind, name }) => (kind === 'employer' ? [related(name, null)] : [])),
      rivals: rivals.of(problem, number),
      competitors: competitorsOf.get(problem ?? '') ?? [],
    };
  });
}
