import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { cleanFileName, DomainError, fieldProblem, type FieldProblem, namedFileType } from '#domain';
import { LedgerService } from '#ledger';
import { assertRevisable } from '../eligibility/assert-revisable.js';
import { writeVersions } from '../entry-submission.js';
import { ownOpenEntry, type OwnOpenEntry } from '../own-open-entry.js';
import { assertFilesComplete } from './assert-files-complete.js';
import { fileCounts, fileRulesOf, type FileRule } from './file-rules.js';

/** What a team files of a file before its bytes are sent. */
export interface NewFile {
  readonly fieldKey: string;
  /** As typed. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
  /** Public id of the file of the same field whose place it takes; undefined: it stands beside the others. */
  readonly replaces?: string;
}

/** The files of an entry as its team files and removes them. Every act runs in the caller's transaction. */
@Injectable()
export class EntryFileService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * Files name, size and hash; the bytes follow by an upload. A submitted entry gets a further version at once.
   *
   * @returns id of the file
   * @throws DomainError `entry-invalid` naming what is wrong with the file, `not-found`, `entry-withdrawn`,
   *   `window-not-open`, `deadline-passed`
   */
  async file(manager: EntityManager, entryPublicId: string, userId: string, given: NewFile): Promise<string> {
    const entry = await ownOpenEntry(manager, entryPublicId, userId, assertRevisable);
    const rules = await fileRulesOf(manager, entry.id);
    const rule = rules.find(({ key }) => key === given.fieldKey);
    const name = cleanFileName(given.name);
    const problems = faultsOf(given, name, rule);
    if (given.replaces !== undefined) await takeOff(manager, entry.id, given.fieldKey, given.replaces);
    const counts = await fileCounts(manager, entry.id);
    if (rule && (counts[rule.key] ?? 0) >= rule.maximumCount) {
      problems.push(fieldProblem('fieldKey', 'too-many-files'));
    }
    if (problems.length > 0) throw new DomainError('entry-invalid', { problems });
    const id = uuidv7();
    await manager.query(
      `insert into entry_files (id, entry_id, public_id, field_key, name, size, sha256, uploaded_by, filed_at)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, clock_timestamp())`,
      [id, entry.id, uuidv4(), given.fieldKey, name, given.size, given.sha256, userId],
    );
    await this.revised(manager, entry, userId);
    return id;
  }

  /**
   * Takes a file off the entry. What a version names keeps its line on that version's receipt. What the form requires of
   * a submitted entry stays until another takes its place.
   *
   * @returns id of the event of the further version of a submitted entry; null for a draft
   * @throws DomainError as `file`, and `entry-incomplete` naming the field that would be empty
   */
  async remove(manager: EntityManager, publicId: string, userId: string): Promise<string | null> {
    const rows = await manager.query<{ id: string; entry: string }[]>(
      `select f.id, e.public_id as entry from entry_files f join entries e on e.id = f.entry_id
       where f.public_id = $1 and entry_is_edited_by(e, $2) and f.removed_at is null`,
      [publicId, userId],
    );
    const found = rows[0];
    if (!found) throw new DomainError('not-found', { file: publicId });
    const entry = await ownOpenEntry(manager, found.entry, userId, assertRevisable);
    await manager.query(`update entry_files set removed_at = clock_timestamp() where id = $1 and removed_at is null`, [
      found.id,
    ]);
    if (entry.state === 'submitted') await assertFilesComplete(manager, entry.id);
    return this.revised(manager, entry, userId);
  }

  private async revised(manager: EntityManager, entry: OwnOpenEntry, actor: string): Promise<string | null> {
    if (entry.state === 'draft') return null;
    const given = { entryIds: [entry.id], actor, kind: 'entry-revised' as const };
    const [version] = await writeVersions(manager, this.ledger, entry.edition_id, given);
    return version?.eventId ?? null;
  }
}

/** @throws DomainError `not-found` where the field has no such file */
async function takeOff(manager: EntityManager, entryId: string, fieldKey: string, publicId: string): Promise<void> {
  const [, count] = await manager.query<[unknown, number]>(
    `update entry_files set removed_at = clock_timestamp()
     where entry_id = $1 and field_key = $2 and public_id = $3 and removed_at is null`,
    [entryId, fieldKey, publicId],
  );
  if (count === 0) throw new DomainError('not-found', { file: publicId });
}

function faultsOf(given: NewFile, name: string | null, rule: FileRule | undefined): FieldProblem[] {
  if (rule === undefined) return [fieldProblem('fieldKey', 'value-not-allowed', { value: given.fieldKey })];
  const problems: FieldProblem[] = [];
  if (name === null) problems.push(fieldProblem('name', 'file-name-invalid'));
  else {
    const type = namedFileType(name);
    const types = rule.types.join(', ');
    if (type === null || !rule.types.includes(type)) {
      problems.push(fieldProblem('name', 'file-type-not-allowed', { types }));
    }
  }
  const maximum = Math.floor(rule.maximumBytes / 1_048_576);
  if (given.size === 0) problems.push(fieldProblem('size', 'file-empty'));
  else if (given.size > rule.maximumBytes) problems.push(fieldProblem('size', 'file-too-large', { maximum }));
  return problems;
}
