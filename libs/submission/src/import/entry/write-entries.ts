import type { EntityManager } from 'typeorm';
import { settleDrafts } from '../../entry-draft.service.js';
import { columnsOf, insertDrafts, organisationsNamed } from '../../entry-rows.js';
import type { FilledForm } from '../../form/entry-form.service.js';
import type { ResolvedAnswers } from '../../resolve-answers.js';
import { replaceTeams } from '../../team/member-rows.js';

/** An entry as the file has it. */
export interface FiledEntry {
  readonly externalKey: string | null;
  readonly answers: ResolvedAnswers;
  readonly form: FilledForm;
}

export interface ChangedEntry extends FiledEntry {
  readonly id: string;
}

/** @returns ids in the order given, of drafts that nobody leads by an account */
export async function insertFiled(
  manager: EntityManager,
  editionId: string,
  entries: readonly FiledEntry[],
): Promise<string[]> {
  if (entries.length === 0) return [];
  const drafts = await insertDrafts(
    manager,
    editionId,
    entries.map(({ externalKey, answers, form }) => ({ externalKey, answers, form, leadUserId: null })),
  );
  return drafts.map(({ id }) => id);
}

/** Gives submitted entries other answers, all in one statement; people who are named again keep their rows. */
export async function updateFiled(
  manager: EntityManager,
  editionId: string,
  entries: readonly ChangedEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const known = await organisationsNamed(
    manager,
    entries.map(({ answers }) => answers),
  );
  const rows = entries.map(({ id, externalKey, answers, form }) => ({
    ...columnsOf({ answers, form, leadUserId: null }, known),
    ...{ id, external_key: externalKey },
  }));
  await manager.query(
    `update entries e set external_key = g.external_key, track_id = g.track_id,
       track_requires_problem = g.track_requires_problem, field_group_id = g.field_group_id,
       division_id = g.division_id, enterprise_problem_id = g.enterprise_problem_id, country_code = g.country_code,
       title = g.title, summary = g.summary, language = g.language, nominating_body = g.nominating_body,
       nominating_body_id = case when e.nominating_body_by_hand and e.nominating_body = g.nominating_body
         then e.nominating_body_id else g.nominating_body_id end,
       nominating_body_by_hand = e.nominating_body_by_hand and e.nominating_body is not distinct from g.nominating_body,
       form_version_id = g.form_version_id, form_answers = g.form_answers
     from jsonb_to_recordset($2::jsonb) as g (id uuid, external_key text, track_id uuid, track_requires_problem boolean,
       field_group_id uuid, division_id uuid, enterprise_problem_id uuid, country_code text, title text, summary text,
       language text, nominating_body text, nominating_body_id uuid, form_version_id uuid, form_answers jsonb)
     where e.id = g.id and e.edition_id = $1`,
    [editionId, JSON.stringify(rows)],
  );
  const teams = entries.map(({ id, answers }) => ({ entryId: id, members: answers.members }));
  await replaceTeams(manager, teams, known);
  // A team that has the entry open saves over what it has seen alone.
  await settleDrafts(
    manager,
    entries.map(({ id }) => id),
  );
}
