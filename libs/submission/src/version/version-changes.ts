import type { EntityManager } from 'typeorm';
import { answerChanges } from '#domain';

/** What differs between two versions of an entry. */
export interface VersionChange {
  /** Of the core answers or of the form's own. */
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Absent where versions hold no plain value: people, and answers that name somebody. */
  readonly before?: unknown;
  readonly after?: unknown;
}

type Answers = Readonly<Record<string, unknown>>;

/** What differs from one version of an entry to another; empty where either is missing. */
export async function versionChanges(
  manager: EntityManager,
  entryId: string,
  from: number,
  to: number,
): Promise<VersionChange[]> {
  const rows = await manager.query<{ number: number; answers: Answers }[]>(
    'select number, answers from entry_versions where entry_id = $1 and number in ($2, $3)',
    [entryId, from, to],
  );
  const of = (number: number) => rows.find((row) => row.number === number)?.answers;
  const [before, after] = [of(from), of(to)];
  if (!before || !after || from === to) return [];
  const [old, now] = [flat(before), flat(after)];
  const names = await labelNames(manager, [before, after]);
  const shown = (answers: Answers, key: string) => {
    const value = answers[key] ?? null;
    return typeof value === 'string' ? (names.get(value) ?? value) : value;
  };
  return answerChanges(old, now).map((change) =>
    withoutValues.has(change.key)
      ? change
      : { ...change, before: shown(old, change.key), after: shown(now, change.key) },
  );
}

const withoutValues = new Set(['members', 'files', 'personalAnswers', 'form']);

function flat({ formAnswers, ...core }: Answers): Answers {
  return { ...((formAnswers as Answers | undefined) ?? {}), ...core };
}

/** Versions hold ids of tracks, groups and problems. */
async function labelNames(
  manager: EntityManager,
  versions: readonly Answers[],
): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  const keys = ['track', 'fieldGroup', 'division', 'enterpriseProblem'];
  const ids = versions.flatMap((version) => keys.flatMap((key) => (version[key] ? [version[key]] : [])));
  const rows = await manager.query<{ id: string; zh: string; en: string }[]>(
    `select id, name_zh as zh, name_en as en from tracks where id = any ($1::uuid[])
     union all select id, name_zh, name_en from field_groups where id = any ($1::uuid[])
     union all select id, name_zh, name_en from divisions where id = any ($1::uuid[])
     union all select id, title_zh, title_en from enterprise_problems where id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
