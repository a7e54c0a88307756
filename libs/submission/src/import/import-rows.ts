import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import {
  DomainError,
  headerKey,
  type ImportColumns,
  type ImportKind,
  type ImportOutcome,
  type SavedColumns,
} from '#domain';
import type { TableSheet } from './read/table-file.js';

/** How many rows of a file did what. */
export type ImportCounts = Readonly<Record<ImportOutcome, number>>;

export interface StoredImport {
  readonly id: string;
  readonly publicId: string;
  readonly editionId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  /** 64 hex digits, of its bytes. */
  readonly fileHash: string;
  /** Null once it has been taken over, or has lain for a day. */
  readonly sheets: readonly TableSheet[] | null;
  /** Null until they were chosen. */
  readonly columns: ImportColumns | null;
  readonly appliedAt: Date | null;
  readonly counts: ImportCounts | null;
}

const columnNames = `i.id, i.public_id as "publicId", i.edition_id as "editionId", i.kind, i.file_name as "fileName",
  encode(i.file_hash, 'hex') as "fileHash", i.columns, i.applied_at as "appliedAt", i.counts`;

/** @throws DomainError `not-found` */
export async function editionBySlug(manager: EntityManager, slug: string): Promise<string> {
  const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0].id;
}

export async function insertImport(
  manager: EntityManager,
  given: {
    readonly editionId: string;
    readonly kind: ImportKind;
    readonly fileName: string;
    readonly fileHash: string;
    readonly sheets: readonly TableSheet[];
    readonly actor: string;
  },
): Promise<string> {
  const id = uuidv7();
  await manager.query(
    `insert into imports (id, public_id, edition_id, kind, file_name, file_hash, sheets, uploaded_by)
     values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8)`,
    [
      ...[id, uuidv4(), given.editionId, given.kind, given.fileName, given.fileHash],
      ...[JSON.stringify(given.sheets), given.actor],
    ],
  );
  return id;
}

/** Forgets the cells of files that lay for a day. */
export async function sweepImports(manager: EntityManager): Promise<void> {
  await manager.query(
    `update imports set sheets = null where sheets is not null and recorded_at < now() - interval '1 day'`,
  );
}

/** @throws DomainError `not-found` */
export async function storedImport(
  manager: EntityManager,
  by: { readonly id: string } | { readonly slug: string; readonly publicId: string },
  holds = false,
): Promise<StoredImport> {
  const where = 'id' in by ? 'i.id = $1' : 'i.public_id = $1 and e.slug = $2';
  const rows = await manager.query<StoredImport[]>(
    `select ${columnNames}, i.sheets from imports i join editions e on e.id = i.edition_id where ${where}
     ${holds ? 'for update of i' : ''}`,
    'id' in by ? [by.id] : [by.publicId, by.slug],
  );
  if (!rows[0]) throw new DomainError('not-found', { import: 'id' in by ? by.id : by.publicId });
  return rows[0];
}

/** @throws DomainError `not-found` */
export async function importKindOf(manager: EntityManager, slug: string, publicId: string): Promise<ImportKind> {
  const rows = await manager.query<{ kind: ImportKind }[]>(
    'select i.kind from imports i join editions e on e.id = i.edition_id where i.public_id = $1 and e.slug = $2',
    [publicId, slug],
  );
  if (!rows[0]) throw new DomainError('not-found', { import: publicId });
  return rows[0].kind;
}

/** The ones that were taken over, the latest first. */
export async function pastImports(manager: EntityManager, editionId: string): Promise<StoredImport[]> {
  return manager.query<StoredImport[]>(
    `select ${columnNames}, null as sheets from imports i where i.edition_id = $1 and i.applied_at is not null
     order by i.applied_at desc, i.id desc limit 50`,
    [editionId],
  );
}

export async function savedColumns(manager: EntityManager, editionId: string, kind: ImportKind): Promise<SavedColumns> {
  const rows = await manager.query<{ document: SavedColumns }[]>(
    'select document from import_mappings where edition_id = $1 and kind = $2',
    [editionId, kind],
  );
  return rows[0]?.document ?? {};
}

/** Keeps the columns of this file, and what each header was taken for, for the next one. */
export async function keepColumns(
  manager: EntityManager,
  { id, editionId, kind, sheets }: StoredImport,
  columns: ImportColumns,
  actor: string,
): Promise<void> {
  const headers = sheets?.[columns.sheet]?.grid[columns.headerRow - 1] ?? [];
  const named = headers
    .map((header, index) => [headerKey(header), columns.targets[index] ?? null] as const)
    .filter(([header]) => header !== '');
  await manager.query('update imports set columns = $2 where id = $1', [id, JSON.stringify(columns)]);
  await manager.query(
    `insert into import_mappings as m (edition_id, kind, document, updated_by) values ($1, $2, $3, $4)
     on conflict (edition_id, kind) do update
       set document = m.document || excluded.document, updated_by = excluded.updated_by, recorded_at = now()`,
    [editionId, kind, JSON.stringify(Object.fromEntries(named)), actor],
  );
}

/** @throws DomainError `import-applied` where another did so first */
export async function markApplied(
  manager: EntityManager,
  id: string,
  given: { readonly actor: string; readonly reason: string | null; readonly counts: ImportCounts },
): Promise<void> {
  const [rows] = await manager.query<[unknown[], number]>(
    `update imports set applied_at = now(), applied_by = $2, reason = $3, counts = $4, sheets = null
     where id = $1 and applied_at is null returning id`,
    [id, given.actor, given.reason, JSON.stringify(given.counts)],
  );
  if (rows.length === 0) throw new DomainError('import-applied');
}
