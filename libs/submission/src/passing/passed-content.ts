import type { EntityManager } from 'typeorm';
import { type BilingualText, type FormDefinition, type OwnField, ownFields } from '#domain';
import { entryFiles } from '../file/entry-files.js';

/** What an office would get beside title, summary, track, landing intent and the lead's contact. */
export interface PassedContent {
  /** Questions whose answers the form opens to receiving offices, in its order. */
  readonly fields: readonly BilingualText[];
  /** Names of the files at such fields. */
  readonly files: readonly string[];
}

/** Whether the form opens a field to offices that receive entries. */
export function isPassedField(field: OwnField): boolean {
  return (field.readers ?? []).some(({ role }) => role === 'district-officer');
}

/** By the form that the entry answers; one without a form opens nothing beyond. */
export async function passedContent(manager: EntityManager, entryId: string): Promise<PassedContent> {
  const rows = await manager.query<{ document: FormDefinition }[]>(
    'select v.document from entries e join form_versions v on v.id = e.form_version_id where e.id = $1',
    [entryId],
  );
  const passed = rows[0] ? ownFields(rows[0].document).filter(isPassedField) : [];
  const fileKeys = new Set(passed.filter(({ kind }) => kind === 'file').map(({ key }) => key));
  const files = fileKeys.size === 0 ? [] : await entryFiles(manager, entryId);
  return {
    fields: passed.filter(({ kind }) => kind !== 'file').map(({ label }) => label),
    files: files.filter(({ fieldKey }) => fileKeys.has(fieldKey)).map(({ name }) => name),
  };
}
