import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

export interface GrantedExtension {
  readonly entry: ExtendableEntry;
  readonly until: Date;
  readonly reason: string;
  /** Display name; null where the account is gone. */
  readonly grantedBy: string | null;
  readonly at: Date;
  readonly isOver: boolean;
}

export interface ExtendableEntry {
  readonly publicId: string;
  /** Null while it is a draft. */
  readonly number: number | null;
  readonly state: 'draft' | 'submitted';
  readonly title: string;
}

/** How an edition's entries close. */
export interface EntryDeadline {
  /** When they closed or will close by themselves; as planned where only an organiser closes them. */
  readonly closesAt: Date;
  readonly hasEnded: boolean;
  readonly lateHours: number;
  readonly fileBytesHours: number;
  readonly hasOpened: boolean;
  readonly extensions: readonly GrantedExtension[];
}

/** @throws DomainError `not-found` */
export async function deadlineOf(
  manager: EntityManager,
  slug: string,
): Promise<Omit<EntryDeadline, 'extensions'> & { readonly editionId: string }> {
  const rows = await manager.query<(Omit<EntryDeadline, 'extensions'> & { editionId: string })[]>(
    `select d.id as "editionId", coalesce(entry_window_ends_at(w), w.planned_closes_at) as "closesAt",
       coalesce(entry_window_ends_at(w) < clock_timestamp(), false) as "hasEnded", late_entry_hours(d.id) as "lateHours",
       file_bytes_hours(d.id) as "fileBytesHours", w.opened_at is not null as "hasOpened"
     from editions d join windows w on w.edition_id = d.id and w.kind = 'entry' where d.slug = $1`,
    [slug],
  );
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0];
}

const entryJson = `json_build_object('publicId', e.public_id, 'number', e.number, 'state', e.state, 'title', e.title)`;

/** Extensions of an edition's entries that don't concern the reader, the newest first. */
export async function extensionsOf(
  manager: EntityManager,
  editionId: string,
  reader: string,
): Promise<GrantedExtension[]> {
  return manager.query<GrantedExtension[]>(
    `select ${entryJson} as entry, x.until, x.reason, u.display_name as "grantedBy", x.recorded_at as at,
       x.until < clock_timestamp() as "isOver"
     from entry_extensions x join entries e on e.id = x.entry_id left join users u on u.id = x.granted_by
     where e.edition_id = $1 and e.id not in (select conflicted_entries($2))
     order by x.recorded_at desc, x.id desc limit 500`,
    [editionId, reader],
  );
}

/** None that concerns the reader. @param given a number, or an account's whole address */
export async function extendableEntries(
  manager: EntityManager,
  editionId: string,
  given: string,
  reader: string,
): Promise<ExtendableEntry[]> {
  return manager.query<ExtendableEntry[]>(
    `select e.public_id as "publicId", e.number, e.state, e.title
     from entries e left join users u on u.id = e.lead_user_id
     where e.edition_id = $1 and e.state in ('draft', 'submitted') and $2 <> ''
       and (e.number::text = $2 or lower(u.email) = lower($2)) and e.id not in (select conflicted_entries($3))
     order by e.number nulls last, e.recorded_at limit 20`,
    [editionId, given, reader],
  );
}
