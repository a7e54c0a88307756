import type { EntityManager } from 'typeorm';
import { type BilingualText, type FormDefinition, ownFields, readableFields } from '#domain';
import type { RulesService } from '#contest';
import { permission, type Role } from '#identity';
import { entryFiles } from '../file/entry-files.js';
import { fileRulesOf } from '../file/file-rules.js';
import { isPassedField } from '../passing/passed-content.js';
import { judgedStages } from '../presented/judged-stages.js';

/** Who may see one file of an entry. */
export interface FileReaders {
  readonly publicId: string;
  /** As the team named it. */
  readonly name: string;
  /** Of the form's field that it answers. */
  readonly label: BilingualText | null;
  readonly roles: readonly Role[];
  /** Stages whose judges may read it, once it is assigned to them; in a blind one its anonymised copy alone. */
  readonly stages: readonly { readonly name: BilingualText; readonly isBlind: boolean }[];
  /** Offices that it may be passed on to. */
  readonly offices: readonly BilingualText[];
}

interface ReadEntry {
  readonly id: string;
  readonly trackId: string;
}

/** By the fields of the form and the stages of the track, file by file. */
export async function fileReaders(
  manager: EntityManager,
  rules: RulesService,
  { id, trackId }: ReadEntry,
): Promise<FileReaders[]> {
  const files = await entryFiles(manager, id);
  if (files.length === 0) return [];
  const form = await formOf(manager, id);
  const labels = new Map((await fileRulesOf(manager, id)).map(({ key, label }) => [key, label]));
  const stages = (await judgedStages(manager, rules, trackId)).map(({ key, name, isBlind }) => {
    const readable = form && readableFields(form, { role: 'judge', stageKey: key, isBlind }).map((field) => field.key);
    return { name, isBlind, reads: (field: string) => readable === null || readable.includes(field) };
  });
  const passed = new Set(
    form === null
      ? []
      : ownFields(form)
          .filter(isPassedField)
          .map(({ key }) => key),
  );
  const offices = passed.size === 0 ? [] : await allowedOffices(manager, id);
  return files.map(({ publicId, name, fieldKey }) => {
    const open = stages.filter(({ reads }) => reads(fieldKey));
    const judges = open.length > 0 ? permission('assignment.judge').roles : [];
    return {
      ...{ publicId, name, label: labels.get(fieldKey) ?? null },
      roles: [...permission('entry.files').roles, ...judges],
      stages: open.map((stage) => ({ name: stage.name, isBlind: stage.isBlind })),
      offices: passed.has(fieldKey) ? offices : [],
    };
  });
}

/** Null where the edition has no form: then judges read its standing file fields. */
async function formOf(manager: EntityManager, entryId: string): Promise<FormDefinition | null> {
  const rows = await manager.query<{ document: FormDefinition }[]>(
    'select v.document from entries e join form_versions v on v.id = e.form_version_id where e.id = $1',
    [entryId],
  );
  return rows[0]?.document ?? null;
}

async function allowedOffices(manager: EntityManager, entryId: string): Promise<BilingualText[]> {
  return manager.query<BilingualText[]>(
    `select o.name_zh as zh, o.name_en as en from passing_consents c join receiving_offices o on o.id = c.office_id
     where c.entry_id = $1 and c.withdrawn_at is null and o.closed_at is null order by o.name_en collate "C", o.id`,
    [entryId],
  );
}
