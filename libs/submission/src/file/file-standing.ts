import type { EntityManager } from 'typeorm';
import { DomainError, type FileState } from '#domain';
import { isWritable } from '../deadline/entry-phase.js';

/** An entry's file with what decides whether its bytes may come now. */
export interface FileStanding {
  readonly id: string;
  readonly publicId: string;
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly state: FileState;
}

/**
 * Tables of `entry_files f` with its entry `e`, edition `d`, entry window `w` and the first version `v` that names it.
 */
export const fileTables = `entry_files f join entries e on e.id = f.entry_id join editions d on d.id = e.edition_id
  join windows w on w.edition_id = d.id and w.kind = 'entry'
  left join entry_versions v on v.entry_id = f.entry_id and v.number = f.version`;

/** Until when the bytes of a file may come that a version names; null where none does. */
export const bytesUntil = `case when v.id is not null then greatest(
  coalesce(w.closed_at, w.deadline_at, w.planned_closes_at), v.recorded_at + make_interval(hours => file_bytes_hours(d.id))) end`;

const mayCome = `f.removed_at is null and f.state in ('filed', 'uploading') and e.state <> 'withdrawn'
  and (${isWritable('clock_timestamp()')} or clock_timestamp() <= ${bytesUntil})`;

/**
 * The person's own file, whose bytes may come now.
 *
 * @throws DomainError `not-found`, `file-not-expected`
 */
export async function expectedFile(manager: EntityManager, publicId: string, userId: string): Promise<FileStanding> {
  const rows = await manager.query<(Omit<FileStanding, 'size'> & { size: string; mayCome: boolean | null })[]>(
    `select f.id, f.public_id as "publicId", f.size::text, encode(f.sha256, 'hex') as sha256, f.state,
       ${mayCome} as "mayCome" from ${fileTables} where f.public_id = $1 and entry_is_edited_by(e, $2)`,
    [publicId, userId],
  );
  const row = rows[0];
  if (!row) throw new DomainError('not-found', { file: publicId });
  if (row.mayCome !== true) throw new DomainError('file-not-expected', { state: row.state });
  const { id, sha256, state } = row;
  return { id, publicId, size: Number(row.size), sha256, state };
}
