import type { EntityManager } from 'typeorm';
import {
  blindFileName,
  type BilingualText,
  type CoreAnswers,
  type FormAnswer,
  type FormAnswers,
  type FormDefinition,
  isCore,
  keptAnswers,
  namedFileType,
  type OwnField,
  readableFields,
  visibleSections,
} from '#domain';
import { entryFiles, type CopyStanding } from '../file/entry-files.js';
import { fileRulesOf } from '../file/file-rules.js';

/** For which stage an entry is presented to its judges. */
export interface Presentation {
  readonly stageKey: string;
  readonly isBlind: boolean;
  /** Of the entry in the reader's own list, from 1: names its files in a blind stage. */
  readonly place: number;
}

export interface PresentedField {
  /** As the form defines it, without who reads it and when it is asked. */
  readonly field: PlainField;
  readonly answer: FormAnswer;
}

export type PlainField = Omit<OwnField, 'readers' | 'identifies' | 'isPersonal' | 'visibleWhen' | 'requiredWhen'>;

export interface PresentedFile {
  readonly publicId: string;
  readonly label: BilingualText;
  /** As the reader may know it. */
  readonly name: string;
  /** Null where it is none that is shown page by page. */
  readonly copy: CopyStanding | null;
  /** Whether it may be played: never in a blind stage, since nothing takes people out of a film. */
  readonly isVideo: boolean;
}

export interface PresentedEntry {
  readonly fields: readonly PresentedField[];
  readonly files: readonly PresentedFile[];
}

interface FilledRow {
  readonly document: FormDefinition | null;
  readonly answers: FormAnswers;
  readonly core: CoreAnswers;
}

/** What the form of an entry lets judges of a stage read of it, beside title and summary. */
export async function presentEntry(
  manager: EntityManager,
  entryId: string,
  given: Presentation,
): Promise<PresentedEntry> {
  const rows = await manager.query<FilledRow[]>(
    `select v.document, e.form_answers as answers,
       json_build_object('trackKey', t.key, 'fieldGroupKey', f.key, 'divisionKey', d.key, 'countryCode', e.country_code,
         'language', e.language, 'nominatingBody', e.nominating_body) as core
     from entries e join tracks t on t.id = e.track_id left join field_groups f on f.id = e.field_group_id
     left join divisions d on d.id = e.division_id left join form_versions v on v.id = e.form_version_id where e.id = $1`,
    [entryId],
  );
  const row = rows[0];
  if (!row) return { fields: [], files: [] };
  const readable = row.document && readableFor(row.document, row, given);
  return { fields: readable ? answersOf(row, readable) : [], files: await filesOf(manager, entryId, readable, given) };
}

function readableFor(form: FormDefinition, row: FilledRow, { stageKey, isBlind }: Presentation): readonly OwnField[] {
  const visible = visibleSections(form, row).flatMap(({ fields }) => fields.filter((field) => !isCore(field)));
  const keys = new Set<string>(visible.map(({ key }) => key));
  return readableFields(form, { role: 'judge', stageKey, isBlind }).filter(({ key }) => keys.has(key));
}

const notForReaders = new Set(['readers', 'identifies', 'isPersonal', 'visibleWhen', 'requiredWhen']);

function plainField(field: OwnField): PlainField {
  const plain = Object.entries(field).filter(([key]) => !notForReaders.has(key));
  return Object.fromEntries(plain) as unknown as PlainField;
}

function answersOf(row: FilledRow, readable: readonly OwnField[]): PresentedField[] {
  const kept = row.document ? keptAnswers(row.document, row) : {};
  return readable.flatMap((field) => {
    const answer = kept[field.key];
    if (answer === undefined) return [];
    return [{ field: plainField(field), answer }];
  });
}

/** @param readable null where the edition has no form: then judges read its standing file fields */
async function filesOf(
  manager: EntityManager,
  entryId: string,
  readable: readonly OwnField[] | null,
  { isBlind, place }: Presentation,
): Promise<PresentedFile[]> {
  const rules = await fileRulesOf(manager, entryId);
  const files = await entryFiles(manager, entryId);
  const shown = rules.filter(({ key }) => readable === null || readable.some((field) => field.key === key));
  return shown.flatMap(({ key, label }) =>
    files
      .filter((file) => file.fieldKey === key && file.state === 'ready')
      .map(({ publicId, name, copy }, index) => {
        const type = namedFileType(name) ?? 'pdf';
        const shownName = isBlind ? blindFileName(place, key, index + 1, type) : name;
        return { publicId, label, name: shownName, copy, isVideo: !isBlind && type === 'mp4' };
      }),
  );
}
