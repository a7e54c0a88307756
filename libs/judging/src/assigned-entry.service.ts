import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { RulesService } from '#contest';
import { storageToken, type StorageDriver } from '#storage';
import { copyOf, openPage, presentEntry, type LinkedCopy, type OpenedPage } from '#submission';
import type { PresentedEntry, PresentedFile } from '#submission';
import { AssignedFileLinks } from './assigned-file-links.js';
import { AssignmentStandingService } from './assignment-standing.service.js';

interface AssignedRow {
  readonly userId: string;
  readonly entryId: string;
  readonly editionId: string;
  readonly stageId: string;
  readonly stageKey: string;
  readonly position: number;
}

/** What a judge reads of an assigned entry. Nothing of it carries an entry's id, number or time. */
@Injectable()
export class AssignedEntryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly standing: AssignmentStandingService,
    @Inject(storageToken) private readonly storage: StorageDriver,
    private readonly links: AssignedFileLinks,
  ) {}

  /**
   * The answers that the stage lets its judges read, which the ledger is told of.
   *
   * @throws DomainError `assignment-not-found`, `judge-not-on-roster`, `assignment-recused`, `conflict-of-interest`,
   *   `entry-withdrawn`
   */
  async read(publicId: string, userId: string): Promise<PresentedEntry> {
    const row = await this.held(publicId, userId);
    await this.links.noteAnswers(row);
    return this.present(row);
  }

  /**
   * The pages of one of its files, which the ledger is told of.
   *
   * @throws DomainError as `read`; `not-found` for a file that the judge may not read
   */
  async pages(publicId: string, filePublicId: string, userId: string): Promise<LinkedCopy> {
    const row = await this.held(publicId, userId);
    const file = await this.readable(row, filePublicId);
    const copy = await copyOf(this.dataSource.manager, file);
    return { copy, ...(await this.links.link(publicId, filePublicId, row)) };
  }

  /** @throws DomainError `not-found` also for who is recused by now, `file-link-expired` */
  async open(token: string, page: { number: number; isThumbnail: boolean }): Promise<OpenedPage> {
    const { assignment, file } = await this.links.read(token);
    const row = await this.assigned(assignment);
    if (row === undefined) throw new DomainError('not-found');
    return openPage(this.dataSource.manager, this.storage, await this.readable(row, file), page);
  }

  private async held(publicId: string, userId: string): Promise<AssignedRow> {
    const row = await this.assigned(publicId);
    if (row?.userId === userId) return row;
    await this.standing.assertHeld(publicId, userId);
    throw new DomainError('conflict-of-interest');
  }

  /** Undefined where it is void, its judge recused, or its entry withdrawn. */
  private async assigned(publicId: string): Promise<AssignedRow | undefined> {
    const rows = await this.dataSource.query<AssignedRow[]>(
      `select j.user_id as "userId", a.entry_id as "entryId", s.edition_id as "editionId", a.stage_id as "stageId",
         s.key as "stageKey", a.position
       from active_assignments a join judges j on j.id = a.judge_id join stages s on s.id = a.stage_id
       where a.public_id = $1`,
      [publicId],
    );
    return rows[0];
  }

  private async present(row: AssignedRow): Promise<PresentedEntry> {
    const { blind: isBlind } = (await this.rules.current(row.stageId)).rules;
    const { stageKey, position: place, entryId } = row;
    const presented = await presentEntry(this.dataSource.manager, entryId, { stageKey, isBlind, place });
    if (!isBlind) return presented;
    // In a blind stage there is nothing to read of a file before, or unless, it has an anonymised copy.
    const anonymised = await this.anonymised(presented.files);
    const files = presented.files.map((file) => (anonymised.has(file.publicId) ? file : { ...file, copy: null }));
    return { ...presented, files };
  }

  private async anonymised(files: readonly PresentedFile[]): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select f.public_id as id from entry_files f join anonymised_copies a on a.file_id = f.id
       where f.public_id = any ($1) and a.stored_at is not null`,
      [files.map(({ publicId }) => publicId)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Id of a file of which the judge may read pages. */
  private async readable(row: AssignedRow, filePublicId: string): Promise<string> {
    const { files } = await this.present(row);
    const isReadable = files.some(({ publicId, copy }) => publicId === filePublicId && copy !== null);
    const rows = isReadable
      ? await this.dataSource.query<{ id: string }[]>('select id from entry_files where public_id = $1', [filePublicId])
      : [];
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0].id;
  }
}
