import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { type PermissionName, permission, type Role } from '#identity';

/** What of an entry is told apart by who may see it. */
export const readGroups = ['answers', 'team', 'files', 'landing'] as const;
export type ReadGroup = (typeof readGroups)[number];

/** One time that somebody of the contest opened the entry or a file of it: in which role, never who. */
export interface EntryOpening {
  readonly at: Date;
  readonly what: 'answers' | 'file';
  /** Name of the file; null for the answers, and for a file that is gone. */
  readonly file: string | null;
  /** Roles that the reader held in the edition at the time. */
  readonly roles: readonly Role[];
}

export interface EntryReaders {
  readonly groups: readonly { readonly group: ReadGroup; readonly roles: readonly Role[] }[];
  /** The newest first. */
  readonly openings: readonly EntryOpening[];
}

/** By which permissions of the written matrix each group is read. */
const permissionsOf: Readonly<Record<ReadGroup, readonly PermissionName[]>> = {
  answers: ['entry.list', 'eligibility.read', 'assignment.judge'],
  team: ['entry.list', 'eligibility.read'],
  files: ['entry.files', 'assignment.judge'],
  landing: ['landing.read'],
};

/** Who may see an own entry by the written matrix, and who has opened it by the ledger. */
@Injectable()
export class EntryReaderService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `not-found` where the entry is not the person's */
  async read(publicId: string, userId: string): Promise<EntryReaders> {
    const rows = await this.dataSource.query<{ id: string; editionId: string }[]>(
      `select e.id, e.edition_id as "editionId" from entries e where e.public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    const entry = rows[0];
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    const groups = readGroups.map((group) => {
      const roles = permissionsOf[group].flatMap((name) => permission(name).roles);
      return { group, roles: [...new Set(roles)] };
    });
    return { groups, openings: await this.openings(entry) };
  }

  private openings({ id, editionId }: { id: string; editionId: string }): Promise<EntryOpening[]> {
    return this.dataSource.query<EntryOpening[]>(
      `select l.recorded_at as at, case when l.d #>> '{body,what}' in ('eligibility-entry', 'assigned-entry') then 'answers' else 'file' end as what,
         f.name as file, coalesce((select array_agg(distinct g.role) from role_grants g
           where g.user_id::text = l.d #>> '{subject,actor}' and g.edition_id = $2 and g.granted_at <= l.recorded_at
             and (g.revoked_at is null or g.revoked_at > l.recorded_at)), '{}') as roles
       from (select recorded_at, canonical::jsonb as d from ledger_events
         where kind = 'read' and canonical::jsonb #>> '{subject,entry}' = $3) l
       left join entry_files f on f.entry_id = $1 and f.public_id::text = l.d #>> '{body,file}'
       where l.d #>> '{body,what}' in ('eligibility-entry', 'assigned-entry', 'entry-file', 'entry-file-pages', 'assigned-file-pages')
       order by l.recorded_at desc limit 200`,
      [id, editionId, id],
    );
  }
}
