import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { RulesService } from '#contest';
import { type PermissionName, permission, type Role } from '#identity';
import { entryOpenings, type EntryOpening } from './entry-openings.js';
import { fileReaders, type FileReaders } from './file-readers.js';

/** What of an entry is told apart by who may see it. */
export const readGroups = ['answers', 'team', 'files', 'landing'] as const;
export type ReadGroup = (typeof readGroups)[number];

export interface EntryReaders {
  readonly groups: readonly { readonly group: ReadGroup; readonly roles: readonly Role[] }[];
  readonly files: readonly FileReaders[];
  readonly openings: readonly EntryOpening[];
}

/** By which permissions of the written matrix each group is read. */
const permissionsOf: Readonly<Record<ReadGroup, readonly PermissionName[]>> = {
  answers: ['entry.list', 'eligibility.read', 'assignment.judge'],
  team: ['entry.list', 'eligibility.read'],
  files: ['entry.files', 'assignment.judge'],
  landing: ['landing.read'],
};

/** Who may see an own entry by the written matrix and its form, and who has opened it by the ledger. */
@Injectable()
export class EntryReaderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
  ) {}

  /** @throws DomainError `not-found` where the entry is not the person's */
  async read(publicId: string, userId: string): Promise<EntryReaders> {
    const { manager } = this.dataSource;
    const rows = await manager.query<{ id: string; editionId: string; trackId: string }[]>(
      `select e.id, e.edition_id as "editionId", e.track_id as "trackId" from entries e
       where e.public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    const entry = rows[0];
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    const groups = readGroups.map((group) => {
      const roles = permissionsOf[group].flatMap((name) => permission(name).roles);
      return { group, roles: [...new Set(roles)] };
    });
    const files = await fileReaders(manager, this.rules, entry);
    return { groups, files, openings: await entryOpenings(manager, entry) };
  }
}
