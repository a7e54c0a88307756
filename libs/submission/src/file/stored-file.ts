import type { EntityManager } from 'typeorm';
import type { AccessService } from '#identity';
import type { FileLinkClaims } from './file-link.js';

/** A file with what decides who may read it. */
export interface StoredFile {
  readonly id: string;
  readonly entryId: string;
  readonly editionId: string;
  /** User ids of those who read the entry as its team. */
  readonly team: readonly string[];
  readonly state: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: string;
  readonly key: string;
  readonly isRemoved: boolean;
  readonly isNamed: boolean;
}

/** @param entryPublicId of the entry that it has to belong to */
export async function storedFile(
  manager: EntityManager,
  publicId: string,
  entryPublicId?: string,
): Promise<StoredFile | undefined> {
  const rows = await manager.query<StoredFile[]>(
    `select f.id, e.id as "entryId", e.edition_id as "editionId", f.state, f.name,
       array(select m.user_id from team_members m where m.entry_id = e.id and m.user_id is not null
         union all select e.lead_user_id where e.lead_user_id is not null) as team,
       f.media_type as "mediaType", f.size::text, f.storage_key as key, f.removed_at is not null as "isRemoved",
       f.version is not null as "isNamed"
     from entry_files f join entries e on e.id = f.entry_id
     where f.public_id = $1 and e.public_id = coalesce($2, e.public_id)`,
    [publicId, entryPublicId ?? null],
  );
  return rows[0];
}

export const isTeams = (file: StoredFile, userId: string) => file.team.includes(userId) && !file.isRemoved;

/** The office reads what a version names, also when the team has taken it off since. */
export const isOffices = (file: StoredFile) => !file.isRemoved || file.isNamed;

/** Whether the holder of a link may still read the file: of the office nobody whom the entry concerns by now. */
export async function mayStillRead(
  access: AccessService,
  file: StoredFile,
  { reader, as }: FileLinkClaims,
): Promise<boolean> {
  if (as === 'draw') return false;
  if (as === 'team') return isTeams(file, reader);
  return (
    (await access.holds(reader, 'entry.files', file.editionId)) && !(await access.isConcerned(reader, file.entryId))
  );
}
