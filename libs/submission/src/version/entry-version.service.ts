import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { type VersionChange, versionChanges } from './version-changes.js';

/** One version of an entry, as its team reads it. */
export interface EntryVersionLine {
  readonly number: number;
  readonly at: Date;
  /** Hash of the ledger event, 64 hex digits. */
  readonly receipt: string;
  readonly files: number;
}

/** What came and went of people or files from one version to another; null for a name that has been erased since. */
export interface NamedChange {
  readonly added: readonly (string | null)[];
  readonly removed: readonly (string | null)[];
}

export interface VersionComparison {
  readonly changes: readonly VersionChange[];
  readonly members: NamedChange;
  readonly files: NamedChange;
}

interface Named {
  readonly number: number;
  readonly members: readonly string[];
  readonly files: readonly string[];
}

/** Versions of an own entry, and what differs between any two. */
@Injectable()
export class EntryVersionService {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. @throws DomainError `not-found` */
  async list(publicId: string, userId: string): Promise<EntryVersionLine[]> {
    const { manager } = this.dataSource;
    return manager.query<EntryVersionLine[]>(
      `select v.number, v.recorded_at as at, encode(l.hash, 'hex') as receipt,
         jsonb_array_length(coalesce(v.answers -> 'files', '[]')) as files
       from entry_versions v join ledger_events l on l.id = v.event_id
       where v.entry_id = $1 order by v.number desc limit 500`,
      [await ownEntryId(manager, publicId, userId)],
    );
  }

  /** @throws DomainError `not-found` for another's entry, and for a version that there is not */
  async compare(publicId: string, userId: string, from: number, to: number): Promise<VersionComparison> {
    const { manager } = this.dataSource;
    const entryId = await ownEntryId(manager, publicId, userId);
    const rows = await manager.query<Named[]>(
      `select v.number, v.answers -> 'members' as members,
         coalesce((select jsonb_agg(x.file -> 'id') from jsonb_array_elements(v.answers -> 'files') x (file)), '[]') as files
       from entry_versions v where v.entry_id = $1 and v.number in ($2, $3)`,
      [entryId, from, to],
    );
    const of = (number: number) => rows.find((row) => row.number === number);
    const [before, after] = [of(from), of(to)];
    if (!before || !after) throw new DomainError('not-found', { entry: publicId });
    return {
      // Of people and files the names say more than that something changed.
      changes: (await versionChanges(manager, entryId, from, to)).filter(
        ({ key }) => key !== 'members' && key !== 'files',
      ),
      members: await namedChange(manager, 'team_members', before.members, after.members),
      files: await namedChange(manager, 'entry_files', before.files, after.files),
    };
  }
}

async function ownEntryId(manager: EntityManager, publicId: string, userId: string): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(
    'select e.id from entries e where e.public_id = $1 and entry_is_read_by(e, $2)',
    [publicId, userId],
  );
  if (!rows[0]) throw new DomainError('not-found', { entry: publicId });
  return rows[0].id;
}

async function namedChange(
  manager: EntityManager,
  table: 'team_members' | 'entry_files',
  before: readonly string[],
  after: readonly string[],
): Promise<NamedChange> {
  const [added, removed] = [after.filter((id) => !before.includes(id)), before.filter((id) => !after.includes(id))];
  const rows = await manager.query<{ id: string; name: string }[]>(
    `select id, name from ${table} where id = any ($1::uuid[])`,
    [[...added, ...removed]],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? null);
  return { added: named(added), removed: named(removed) };
}
