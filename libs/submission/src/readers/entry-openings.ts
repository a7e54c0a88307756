import type { EntityManager } from 'typeorm';
import type { Role } from '#identity';

/** That somebody of the contest opened the entry or a file of it: in which role, never who. */
export interface EntryOpening {
  /** Null for judges, of whom no time and no count is told: either could tell which judge it was. */
  readonly at: Date | null;
  readonly what: 'answers' | 'file';
  /** Public id of the file; null for the answers, and for a file that is gone. */
  readonly file: string | null;
  /** As the team named it. */
  readonly name: string | null;
  /** Roles that the reader held in the edition at the time. */
  readonly roles: readonly Role[];
}

/**
 * The office's openings with their time, the newest first and at most 200. Those of judges follow, one for the answers and
 * one for each file, once a judging window that they fell into has closed.
 */
export async function entryOpenings(
  manager: EntityManager,
  { id, editionId }: { readonly id: string; readonly editionId: string },
): Promise<EntryOpening[]> {
  return manager.query<EntryOpening[]>(
    `with opened as (
       select l.recorded_at as at, l.d #>> '{body,what}' like 'assigned-%' as by_judge,
         case when l.d #>> '{body,what}' in ('eligibility-entry', 'assigned-entry') then 'answers' else 'file' end as what,
         f.public_id as file, f.name, l.d #>> '{subject,actor}' as actor
       from (select recorded_at, canonical::jsonb as d from ledger_events
         where kind = 'read' and canonical::jsonb #>> '{subject,entry}' = $3) l
       left join entry_files f on f.entry_id = $1 and f.public_id::text = l.d #>> '{body,file}'
       where l.d #>> '{body,what}' in
         ('eligibility-entry', 'assigned-entry', 'entry-file', 'entry-file-pages', 'assigned-file-pages',
          'assigned-file-video')),
     by_office as (
       select o.at, o.what, o.file, o.name, coalesce((select array_agg(distinct g.role) from role_grants g
           where g.user_id::text = o.actor and g.edition_id = $2 and g.granted_at <= o.at
             and (g.revoked_at is null or g.revoked_at > o.at)), '{}') as roles
       from opened o where not o.by_judge order by o.at desc limit 200),
     by_judges as (
       select distinct null::timestamptz as at, o.what, o.file, o.name, array['judge'] as roles
       from opened o where o.by_judge and o.at <= (
         select max(coalesce(w.closed_at, w.deadline_at)) from stage_entries x
         join windows w on w.stage_id = x.stage_id and w.kind = 'judging'
         where x.entry_id = $1 and w.opened_at is not null and not window_is_open(w, clock_timestamp())))
     select * from (select * from by_office union all select * from by_judges) u
     order by at desc nulls last, what, name collate "C"`,
    [id, editionId, id],
  );
}
