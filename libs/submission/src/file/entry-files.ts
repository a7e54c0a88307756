import type { EntityManager } from 'typeorm';
import type { CopyFault, CopyState, FileRefusal, FileState } from '#domain';
import { bytesUntil, fileTables } from './file-standing.js';

/** A file as its team reads it. */
export interface EntryFileView {
  readonly publicId: string;
  readonly fieldKey: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly state: FileState;
  /** Why its content was refused; null unless it was. */
  readonly refusal: FileRefusal | null;
  readonly scan: 'not-scanned' | 'clean' | 'infected';
  /** While bytes are still to follow that a version names: until when they may. */
  readonly bytesUntil: Date | null;
  /** Its viewing copy; null where it is not ready, or none that is shown page by page. */
  readonly copy: CopyStanding | null;
}

export interface CopyStanding {
  readonly state: CopyState;
  /** Why there is none; null unless there is none. */
  readonly fault: CopyFault | null;
  /** Null until the file was opened. */
  readonly pageCount: number | null;
  /** Of the pages that are there. */
  readonly bytes: number;
}

const columns = `f.public_id as "publicId", f.field_key as "fieldKey", f.name, f.size::float8 as size,
  encode(f.sha256, 'hex') as sha256, f.state, f.refusal, f.scan,
  case when f.state in ('filed', 'uploading') then ${bytesUntil} end as "bytesUntil",
  (select jsonb_build_object('state', c.state, 'fault', c.fault, 'pageCount', c.page_count, 'bytes',
     (select coalesce(sum(p.bytes), 0) from viewing_pages p where p.file_id = c.file_id and p.stored_at is not null))
   from viewing_copies c where c.file_id = f.id) as copy`;

/** The files that an entry has now, in the order filed. */
export async function entryFiles(manager: EntityManager, entryId: string): Promise<EntryFileView[]> {
  return manager.query<EntryFileView[]>(
    `select ${columns} from ${fileTables} where f.entry_id = $1 and f.removed_at is null order by f.filed_at, f.id`,
    [entryId],
  );
}

/** The files that each version names, by its id, those taken off since too; a version without any has no list. */
export async function versionFiles(
  manager: EntityManager,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, EntryFileView[]>> {
  const rows = await manager.query<(EntryFileView & { readonly versionId: string })[]>(
    `select named.id as "versionId", ${columns}
     from entry_versions named
     cross join lateral jsonb_array_elements(coalesce(named.answers -> 'files', '[]')) with ordinality as x (file, place)
     join ${fileTables.replace('entry_files f ', "entry_files f on f.id = (x.file ->> 'id')::uuid ")}
     where named.id = any ($1) order by named.id, x.place`,
    [versionIds],
  );
  const files = new Map<string, EntryFileView[]>();
  for (const { versionId, ...file } of rows) files.set(versionId, [...(files.get(versionId) ?? []), file]);
  return files;
}
