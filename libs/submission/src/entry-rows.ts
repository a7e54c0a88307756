import type { EntityManager } from 'typeorm';
import { recogniseOrganisations } from '#identity';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { FilledForm } from './form/entry-form.service.js';
import type { ResolvedAnswers } from './resolve-answers.js';
import { insertMembers, replaceMembers } from './team/member-rows.js';

export interface EntryDraft {
  readonly id: string;
  readonly publicId: string;
}

/** A draft to be written; `leadUserId` null where nobody signs in for the entry. */
export interface NewDraft {
  readonly answers: ResolvedAnswers;
  readonly form: FilledForm;
  readonly leadUserId: string | null;
  /** Under which an office keeps it in its own files. */
  readonly externalKey?: string | null;
  readonly occurredOn?: string;
}

const batchSize = 1000;

/** Inserts drafts with their members, however many; ids in the order given. */
export async function insertDrafts(
  manager: EntityManager,
  editionId: string,
  drafts: readonly NewDraft[],
): Promise<EntryDraft[]> {
  const known = await organisationsNamed(
    manager,
    drafts.map(({ answers }) => answers),
  );
  const rows = drafts.map((draft) => ({
    ...{ id: uuidv7(), public_id: uuidv4(), external_key: draft.externalKey ?? null },
    ...columnsOf(draft, known),
  }));
  for (let start = 0; start < rows.length; start += batchSize) {
    await manager.query(
      `insert into entries (id, edition_id, public_id, track_id, track_requires_problem, field_group_id, division_id,
         enterprise_problem_id, country_code, title, summary, language, nominating_body, nominating_body_id, lead_user_id,
         occurred_on, form_version_id, form_answers, external_key)
       select id, $1, public_id, track_id, track_requires_problem, field_group_id, division_id,
         enterprise_problem_id, country_code, title, summary, language, nominating_body, nominating_body_id, lead_user_id,
         occurred_on, form_version_id, form_answers, external_key
       from jsonb_to_recordset($2::jsonb) as given (id uuid, public_id uuid, track_id uuid, track_requires_problem boolean,
         field_group_id uuid, division_id uuid, enterprise_problem_id uuid, country_code text, title text, summary text,
         language text, nominating_body text, nominating_body_id uuid, lead_user_id uuid, occurred_on date,
         form_version_id uuid, form_answers jsonb, external_key text)`,
      [editionId, JSON.stringify(rows.slice(start, start + batchSize))],
    );
  }
  await insertMembers(
    manager,
    drafts.map((draft, index) => ({ entryId: rows[index]?.id ?? '', members: draft.answers.members })),
    known,
  );
  return rows.map((row) => ({ id: row.id, publicId: row.public_id }));
}

/** Gives a draft, or a submitted entry before the deadline, other answers. */
export async function updateAnswers(
  manager: EntityManager,
  editionId: string,
  entryId: string,
  { answers, form }: Pick<NewDraft, 'answers' | 'form'>,
): Promise<void> {
  const known = await organisationsNamed(manager, [answers]);
  const row = columnsOf({ answers, form, leadUserId: null }, known);
  await manager.query(
    `update entries set track_id = $3, track_requires_problem = $4, field_group_id = $5, division_id = $6,
       enterprise_problem_id = $7, country_code = $8, title = $9, summary = $10, language = $11, nominating_body = $12,
       form_version_id = $13, form_answers = $14,
       nominating_body_id = case when nominating_body_by_hand and nominating_body = $12 then nominating_body_id
         else $15 end,
       nominating_body_by_hand = nominating_body_by_hand and nominating_body is not distinct from $12
     where id = $1 and edition_id = $2`,
    [
      ...[entryId, editionId, row.track_id, row.track_requires_problem, row.field_group_id, row.division_id],
      ...[row.enterprise_problem_id, row.country_code, row.title, row.summary, row.language, row.nominating_body],
      ...[row.form_version_id, JSON.stringify(row.form_answers), row.nominating_body_id],
    ],
  );
  await replaceMembers(manager, entryId, answers.members, known);
}

/** The organisations that answers name and the register knows, by the text as typed. */
export async function organisationsNamed(
  manager: EntityManager,
  answers: readonly ResolvedAnswers[],
): Promise<ReadonlyMap<string, string>> {
  const texts = answers.flatMap(({ nominatingBody, members }) => [
    ...(nominatingBody === null ? [] : [nominatingBody]),
    ...members.flatMap(({ organisation }) => organisation ?? []),
  ]);
  return recogniseOrganisations(manager, texts);
}

/** An entry as its row has it. */
export function columnsOf({ answers, form, leadUserId, occurredOn }: NewDraft, known: ReadonlyMap<string, string>) {
  return {
    track_id: answers.trackId,
    track_requires_problem: answers.trackRequiresProblem,
    field_group_id: answers.fieldGroupId,
    division_id: answers.divisionId,
    enterprise_problem_id: answers.enterpriseProblemId,
    country_code: answers.countryCode,
    title: answers.title,
    summary: answers.summary,
    language: answers.language,
    nominating_body: answers.nominatingBody,
    nominating_body_id: known.get(answers.nominatingBody ?? '') ?? null,
    form_version_id: form.formVersionId,
    form_answers: form.formAnswers,
    lead_user_id: leadUserId,
    occurred_on: occurredOn ?? null,
  };
}
