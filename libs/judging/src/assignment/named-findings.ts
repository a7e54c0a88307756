import type { EntityManager } from 'typeorm';
import { type BilingualText, type JudgeKind, judgeKinds } from '#domain';
import type { AssignmentFinding, Relaxation } from '#domain/assignment/assignment-finding';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import type { NamedEntry, NamedFinding } from './assignment-desk.js';
import type { UndecidedPair } from './stage-problem.js';

type Fact = AssignmentFinding | Relaxation | (EntryJudgePair & { readonly code: 'begun-conflict' }) | UndecidedPair;

interface Names {
  readonly entries: ReadonlyMap<string, NamedEntry>;
  readonly judges: ReadonlyMap<string, string | null>;
  readonly organisations: ReadonlyMap<string, BilingualText>;
}

const textOf = (fact: Fact, key: string) => {
  const value = (fact as unknown as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : null;
};
const listOf = (fact: Fact, one: string, many: string): readonly string[] => {
  const values = (fact as unknown as Readonly<Record<string, unknown>>)[many];
  if (Array.isArray(values)) return values as readonly string[];
  const value = textOf(fact, one);
  return value === null ? [] : [value];
};
const entriesOf = (fact: Fact) => listOf(fact, 'entry', 'entries');
const judgesOf = (fact: Fact) => listOf(fact, 'judge', 'judges');

/** Puts names in place of ids: entries by number and title, judges and employers as the office knows them. */
export async function namedFindings(manager: EntityManager, facts: readonly Fact[]): Promise<NamedFinding[]> {
  const names = await namesOf(manager, facts);
  return facts.map((fact) => named(fact, names));
}

function named(fact: Fact, names: Names): NamedFinding {
  const [kind, employer] = [textOf(fact, 'kind'), textOf(fact, 'employer')];
  return {
    code: fact.code,
    entries: entriesOf(fact).flatMap((id) => names.entries.get(id) ?? []),
    judges: judgesOf(fact).map((id) => names.judges.get(id) ?? null),
    kind: judgeKinds.find((one): one is JudgeKind => one === kind) ?? null,
    employer: employer === null ? null : (names.organisations.get(employer) ?? typedEmployer(employer)),
    numbers: Object.fromEntries(
      Object.entries(fact).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    ),
  };
}

/** Of an employer that the register does not know the key is what was typed. */
function typedEmployer(key: string): BilingualText {
  const text = key.replace(/^typed /, '');
  return { zh: text, en: text };
}

async function namesOf(manager: EntityManager, facts: readonly Fact[]): Promise<Names> {
  const entries = await manager.query<(NamedEntry & { id: string })[]>(
    `select se.id, e.number, e.title from stage_entries se join entries e on e.id = se.entry_id where se.id = any ($1)`,
    [[...new Set(facts.flatMap(entriesOf))]],
  );
  const judges = await manager.query<{ id: string; name: string | null }[]>(
    `select j.id, u.display_name as name from judges j left join users u on u.id = j.user_id where j.id = any ($1)`,
    [[...new Set(facts.flatMap(judgesOf))]],
  );
  const employers = facts.flatMap((fact) => textOf(fact, 'employer') ?? []).filter((key) => !key.startsWith('typed '));
  const organisations = await manager.query<{ id: string; name: BilingualText }[]>(
    `select id, json_build_object('zh', name_zh, 'en', name_en) as name from organisation_labels where id = any ($1)`,
    [[...new Set(employers)]],
  );
  return {
    entries: new Map(entries.map(({ id, number, title }) => [id, { number, title }])),
    judges: new Map(judges.map(({ id, name }) => [id, name])),
    organisations: new Map(organisations.map(({ id, name }) => [id, name])),
  };
}
