import { hashJson } from '../hashing/hash-json.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { familyName, personKeys } from '../organisation/person-keys.js';

/**
 * What speaks for a conflict of interest between a judge and an entry. `blocks`: the pair is assigned by no plan and no
 * hand. `asks`: somebody has to confirm or dismiss it; until then no plan assigns the pair. `hints`: told beside other
 * evidence, and never by itself: 王 and 李 are everywhere.
 */
export const evidenceWeights = {
  'same-employer': 'blocks',
  'earlier-employer': 'blocks',
  'avoided-person': 'blocks',
  'avoided-employer': 'blocks',
  'rival-employer': 'blocks',
  'competitor-employer': 'blocks',
  'named-in-team': 'asks',
  'earlier-rival-employer': 'asks',
  'earlier-competitor-employer': 'asks',
  advisee: 'asks',
  'co-author': 'asks',
  investment: 'asks',
  'family-name': 'hints',
} as const;
export type EvidenceCode = keyof typeof evidenceWeights;
export const evidenceCodes = Object.keys(evidenceWeights) as EvidenceCode[];

/** An organisation under every sign that it is known by: one in common, and two are one or a branch of the other. */
export interface SignedOrganisation {
  readonly name: string;
  readonly signs: readonly string[];
}

/** An organisation with all that it proposes to one problem. */
export interface RivalHouse extends SignedOrganisation {
  /** As a person reads it: with its first proposal, and how many others there are. */
  readonly name: string;
  readonly proposals: RivalProposals;
}

export interface RivalProposals {
  /** What stays the same of the house however much it proposes. */
  readonly house: string;
  /** Ids of the entries. */
  readonly entries: readonly string[];
}

export interface JudgeTies {
  readonly id: string;
  /** Null where the account is gone. */
  readonly name: string | null;
  /** The present ones, and those left so lately that they count. */
  readonly employers: readonly (SignedOrganisation & { readonly isPresent: boolean })[];
  readonly people: readonly {
    readonly kind: 'advisee' | 'co-author';
    readonly name: string;
    readonly unit: string | null;
  }[];
  readonly investments: readonly SignedOrganisation[];
}

export interface EntryTies {
  readonly id: string;
  readonly people: readonly { readonly name: string; readonly organisation: SignedOrganisation | null }[];
  readonly avoidedPeople: readonly string[];
  readonly avoidedEmployers: readonly SignedOrganisation[];
  /** Organisations that propose something else to the same problem, each once. */
  readonly rivals: readonly RivalHouse[];
  /** Organisations that compete with the owner of the problem. */
  readonly competitors: readonly SignedOrganisation[];
}

export interface Evidence {
  readonly code: EvidenceCode;
  /** What is known of the judge. */
  readonly ofJudge: string;
  /** What is known of the team, of a rival of it, or of a competitor of the problem's owner. */
  readonly ofTeam: string;
  /** What a rival's house proposes; absent where the evidence is of the team itself. */
  readonly rival?: RivalProposals;
}

export interface ConflictCandidate {
  readonly entry: string;
  readonly judge: string;
  /** At least one that blocks or asks; the strongest first, each once. */
  readonly evidence: readonly Evidence[];
}

interface Held {
  readonly judge: JudgeTies;
  readonly code: EvidenceCode;
  readonly ofJudge: string;
}

const withUnit = (name: string, unit: string | null) => (unit === null ? name : `${name} · ${unit}`);
const order = (code: EvidenceCode) => evidenceCodes.indexOf(code);

/** Every pair that something but a family name speaks for: by entry, then by judge, both in the order given. */
export function conflictCandidates(judges: readonly JudgeTies[], entries: readonly EntryTies[]): ConflictCandidate[] {
  const index = indexOf(judges);
  return entries.flatMap((entry) => {
    const found = new Map<JudgeTies, Evidence[]>();
    const add = (held: readonly Held[] | undefined, ofTeam: string, rival?: RivalProposals) => {
      for (const { judge, code, ofJudge } of held ?? []) {
        const line: Evidence = { code, ofJudge, ofTeam, ...(rival && { rival }) };
        const lines = found.get(judge);
        if (lines === undefined) found.set(judge, [line]);
        else lines.push(line);
      }
    };
    for (const { name, organisation } of entry.people) {
      const ofTeam = withUnit(name, organisation?.name ?? null);
      for (const key of personKeys(name)) add(index.people.get(key), ofTeam);
      for (const sign of organisation?.signs ?? []) add(index.organisations.get(sign), ofTeam);
    }
    for (const name of entry.avoidedPeople) {
      for (const key of personKeys(name)) {
        add(index.people.get(key)?.filter(isNamed).map(as('avoided-person')), name);
      }
    }
    const addEmployers = (
      houses: readonly (SignedOrganisation & Partial<RivalHouse>)[],
      told: (held: Held) => Held,
    ) => {
      for (const { name, signs, proposals } of houses) {
        for (const sign of signs) add(index.organisations.get(sign)?.filter(isEmployer).map(told), name, proposals);
      }
    };
    addEmployers(entry.avoidedEmployers, as('avoided-employer'));
    addEmployers(entry.rivals, asPresentOrEarlier('rival-employer', 'earlier-rival-employer'));
    addEmployers(entry.competitors, asPresentOrEarlier('competitor-employer', 'earlier-competitor-employer'));
    return judges.flatMap((judge) => {
      const evidence = found.get(judge);
      if (evidence === undefined) return [];
      return [{ entry: entry.id, judge: judge.id, evidence: inOrder([...evidence, ...familyHints(judge, entry)]) }];
    });
  });
}

const isNamed = ({ code }: Held) => code === 'named-in-team';
const isEmployer = ({ code }: Held) => code === 'same-employer' || code === 'earlier-employer';
const as =
  (code: EvidenceCode) =>
  (held: Held): Held => ({ ...held, code });
const asPresentOrEarlier =
  (present: EvidenceCode, earlier: EvidenceCode) =>
  (held: Held): Held => ({ ...held, code: held.code === 'same-employer' ? present : earlier });

function indexOf(judges: readonly JudgeTies[]) {
  const people = new Map<string, Held[]>();
  const organisations = new Map<string, Held[]>();
  const put = (index: Map<string, Held[]>, keys: readonly string[], held: Held) => {
    for (const key of keys) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [held]);
      else known.push(held);
    }
  };
  for (const judge of judges) {
    const { name } = judge;
    if (name !== null) put(people, personKeys(name), { judge, code: 'named-in-team', ofJudge: name });
    for (const one of judge.people) {
      put(people, personKeys(one.name), { judge, code: one.kind, ofJudge: withUnit(one.name, one.unit) });
    }
    for (const employer of judge.employers) {
      const code = employer.isPresent ? 'same-employer' : 'earlier-employer';
      put(organisations, employer.signs, { judge, code, ofJudge: employer.name });
    }
    for (const { name: company, signs } of judge.investments) {
      put(organisations, signs, { judge, code: 'investment', ofJudge: company });
    }
  }
  return { people, organisations };
}

function familyHints({ name }: JudgeTies, { people }: EntryTies): Evidence[] {
  const family = name === null ? null : familyName(name);
  if (name === null || family === null) return [];
  return people
    .filter((person) => familyName(person.name) === family)
    .map((person) => ({ code: 'family-name', ofJudge: name, ofTeam: person.name }));
}

function inOrder(evidence: readonly Evidence[]): Evidence[] {
  const each = new Map(evidence.map((one) => [JSON.stringify([one.code, one.ofJudge, one.ofTeam]), one]));
  return [...each.values()].sort((left, right) => order(left.code) - order(right.code));
}

/**
 * SHA-256 of one line of evidence, 64 hex digits: another name on either side is another line. A further proposal of the
 * same rival is none.
 */
export const evidenceHash = ({ code, ofJudge, ofTeam, rival }: Evidence): string =>
  hashJson([code, ofJudge, rival?.house ?? ofTeam]);

/** SHA-256 of all that speaks for a pair, 64 hex digits, in whichever order it stands. */
export const evidenceVersion = (evidence: readonly Evidence[]): string =>
  hashJson(evidence.map(evidenceHash).sort(compareCodePoints));

export const candidateStates = ['open', 'ordered', 'blocking', 'confirmed', 'dismissed'] as const;
export type CandidateState = (typeof candidateStates)[number];

export interface CandidateStanding {
  readonly hasConflict: boolean;
  /** A recusal is ordered, and no second person has confirmed or declined it. */
  readonly isOrdered: boolean;
  /** Hashes of the lines of evidence of the last dismissal; null where there is none. */
  readonly dismissed: readonly string[] | null;
}

/**
 * How a candidate stands: confirmed where a conflict is declared; else ordered while an order awaits its second person; else
 * blocking where a rule keeps the pair apart by itself;
 * dismissed where somebody has dismissed all that asks now; else open.
 */
export function candidateState(
  evidence: readonly Evidence[],
  { hasConflict, isOrdered, dismissed }: CandidateStanding,
): CandidateState {
  if (hasConflict) return 'confirmed';
  if (isOrdered) return 'ordered';
  if (evidence.some(({ code }) => evidenceWeights[code] === 'blocks')) return 'blocking';
  const asking = evidence.filter(({ code }) => evidenceWeights[code] === 'asks');
  return dismissed !== null && asking.every((one) => dismissed.includes(evidenceHash(one))) ? 'dismissed' : 'open';
}
