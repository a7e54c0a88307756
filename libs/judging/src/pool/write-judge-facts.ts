import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { JudgeFacts } from '#domain/roster/judge-facts';
import { recogniseOrganisations } from '#identity';

export interface WrittenJudge extends JudgeFacts {
  readonly id: string;
  /** Whether the judge has just been registered: the first facts are no change. */
  readonly isNew: boolean;
}

/**
 * What the office says of judges who are registered, with what the register takes their employers for.
 *
 * @param manager of a transaction that shares the register of organisations, or holds it
 */
export async function writeJudgeFacts(manager: EntityManager, judges: readonly WrittenJudge[]): Promise<void> {
  if (judges.length === 0) return;
  const names = judges.flatMap(({ employer, earlierEmployers }) => [
    ...(employer === null ? [] : [employer]),
    ...earlierEmployers.map(({ name }) => name),
  ]);
  const known = await recogniseOrganisations(manager, names);
  const rows = judges.map(({ employer, ...judge }) => ({
    ...{ ...judge, employer, employerId: known.get(employer ?? '') ?? null },
  }));
  await manager.query(
    `update judges j set external_key = g."externalKey", kind = g.kind, employer = g.employer,
       employer_by_hand = j.employer_by_hand and j.employer is not distinct from g.employer,
       employer_id = case when j.employer is distinct from g.employer then g."employerId" else j.employer_id end,
       keywords = g.keywords, languages = g.languages, least_entries = g."leastEntries",
       most_entries = g."mostEntries", is_substitute = g."isSubstitute", available_from = g."availableFrom",
       available_until = g."availableUntil", version = j.version + case when g."isNew" then 0 else 1 end
     from jsonb_to_recordset($1::jsonb) as g (id uuid, "isNew" boolean, "externalKey" text, employer text, kind text,
       "employerId" uuid, keywords text[], languages text[], "leastEntries" int, "mostEntries" int,
       "isSubstitute" boolean, "availableFrom" date, "availableUntil" date)
     where j.id = g.id`,
    [JSON.stringify(rows)],
  );
  await writeFieldGroups(manager, judges);
  await writeEarlierEmployers(manager, judges, known);
}

async function writeFieldGroups(manager: EntityManager, judges: readonly WrittenJudge[]): Promise<void> {
  await manager.query('delete from judge_field_groups where judge_id = any ($1)', [judges.map(({ id }) => id)]);
  const places = judges.flatMap(({ id, fieldGroups }) => fieldGroups.map((key) => ({ id, key })));
  await manager.query(
    `insert into judge_field_groups (judge_id, field_group_id, edition_id)
     select j.id, f.id, j.edition_id from unnest($1::uuid[], $2::text[]) as g (judge, key)
     join judges j on j.id = g.judge join field_groups f on f.edition_id = j.edition_id and f.key = g.key`,
    [places.map(({ id }) => id), places.map(({ key }) => key)],
  );
}

/** An employer that stays keeps what it is taken for, also where a person has said which one is meant. */
async function writeEarlierEmployers(
  manager: EntityManager,
  judges: readonly WrittenJudge[],
  known: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = judges.flatMap(({ id: judge, earlierEmployers }) =>
    earlierEmployers.map((employer) => ({
      ...{ id: uuidv7(), judge, ...employer, organisation: known.get(employer.name) ?? null },
    })),
  );
  const given = `jsonb_to_recordset($1::jsonb)
    as g (id uuid, judge uuid, name text, "fromYear" smallint, "untilYear" smallint, organisation uuid)`;
  await manager.query(
    `delete from judge_employers e where e.judge_id = any ($2)
       and not exists (select from ${given} where g.judge = e.judge_id and g.name = e.name)`,
    [JSON.stringify(rows), judges.map(({ id }) => id)],
  );
  await manager.query(
    `insert into judge_employers (id, judge_id, name, organisation_id, from_year, until_year)
     select g.id, g.judge, g.name, g.organisation, g."fromYear", g."untilYear" from ${given}
     on conflict (judge_id, name) do update set from_year = excluded.from_year, until_year = excluded.until_year`,
    [JSON.stringify(rows)],
  );
}
