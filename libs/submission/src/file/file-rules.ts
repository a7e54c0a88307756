import type { EntityManager } from 'typeorm';
import { type BilingualText, type FileType, type FormDefinition, ownFields } from '#domain';

/** What one field of a form takes in files. */
export interface FileRule {
  readonly key: string;
  readonly label: BilingualText;
  readonly help: BilingualText | null;
  readonly types: readonly FileType[];
  readonly maximumBytes: number;
  readonly maximumCount: number;
}

const mebibyte = 1_048_576;

/** Where an edition has published no form of its own. */
const standing: readonly FileRule[] = [
  {
    key: 'business-plan',
    label: { zh: '商业计划书', en: 'Business plan' },
    help: null,
    ...{ types: ['pdf', 'docx', 'pptx'], maximumBytes: 200 * mebibyte, maximumCount: 1 },
  },
  {
    key: 'attachments',
    label: { zh: '其他附件', en: 'Attachments' },
    help: null,
    types: ['pdf', 'png', 'jpeg', 'docx', 'pptx', 'xlsx', 'zip'],
    ...{ maximumBytes: 200 * mebibyte, maximumCount: 5 },
  },
];

/** The file fields that an entry has, in its form's order: the one place that says so. */
export async function fileRulesOf(manager: EntityManager, entryId: string): Promise<readonly FileRule[]> {
  const rows = await manager.query<{ document: FormDefinition }[]>(
    `select f.document from entries e join form_versions f on f.id = e.form_version_id where e.id = $1`,
    [entryId],
  );
  if (!rows[0]) return standing;
  return ownFields(rows[0].document).flatMap((field) => {
    if (field.kind !== 'file') return [];
    const { key, label, help, types, maximumBytes, maximumCount } = field;
    return [{ key, label, help: help ?? null, types, maximumBytes, maximumCount }];
  });
}

/** How many files stand at each field of an entry: filed in time is enough, refused or missing is not. */
export async function fileCounts(manager: EntityManager, entryId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await manager.query<{ key: string; count: number }[]>(
    `select field_key as key, count(*)::int as count from entry_files
     where entry_id = $1 and removed_at is null and state not in ('refused', 'missing') group by field_key`,
    [entryId],
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}
