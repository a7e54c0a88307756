import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { readerPseudonym } from '#domain/blind/reader-pseudonym';
import { RulesService } from '#contest';
import { asStorageKey, storageToken, type StorageDriver } from '#storage';
import { copyOf, openPage, presentEntry, storedFile, type LinkedCopy, type OpenedPage } from '#submission';
import type { FileLink, FileLinkClaims, OpenedFile, PresentedEntry, PresentedFile } from '#submission';
import { AssignedFileLinks } from './assigned-file-links.js';
import { AssignmentStandingService } from './assignment-standing.service.js';
import { givenCalibration } from './calibration/calibration-ties.js';

interface AssignedRow {
  readonly userId: string;
  readonly entryId: string;
  readonly editionId: string;
  readonly stageId: string;
  readonly stageKey: string;
  readonly position: number;
  /** Of the assignment. */
  readonly publicId: string;
  /** The judge has to declare interests before opening it. */
  readonly isDeclarationOwed: boolean;
  /** It is scored before those of the stage, and is none of them. */
  readonly isCalibration: boolean;
}

/** A file as its judge knows it, and as everybody else does. */
interface KnownFile {
  readonly id: string;
  readonly publicId: string;
}

type IsMeant = (file: PresentedFile) => boolean;
const isPaged: IsMeant = ({ copy }) => copy !== null;
const isPlayed: IsMeant = ({ isVideo }) => isVideo;

/** What a judge reads of an assigned entry. Nothing of it carries an entry's id, number or time, nor an id that another has. */
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
   *   `entry-withdrawn`, `declaration-owed`
   */
  async read(publicId: string, userId: string): Promise<PresentedEntry> {
    const row = await this.held(publicId, userId);
    await this.links.noteAnswers(row);
    const presented = await this.present(row);
    return { ...presented, files: presented.files.map((file) => ({ ...file, publicId: pseudonymOf(row, file) })) };
  }

  /**
   * The pages of one of its files, which the ledger is told of.
   *
   * @param filePublicId as `read` named the file to this judge
   * @throws DomainError as `read`; `not-found` for a file that the judge may not read
   */
  async pages(publicId: string, filePublicId: string, userId: string): Promise<LinkedCopy> {
    const row = await this.held(publicId, userId);
    const file = await this.readable(row, filePublicId, isPaged);
    const copy = await copyOf(this.dataSource.manager, file.id);
    return { copy, ...(await this.links.link('pages', publicId, { known: filePublicId, stored: file.publicId }, row)) };
  }

  /** @throws DomainError `not-found` also for who is recused by now, `file-link-expired` */
  async open(token: string, page: { number: number; isThumbnail: boolean }): Promise<OpenedPage> {
    const { id } = await this.linked('pages', token, isPaged);
    return openPage(this.dataSource.manager, this.storage, id, page);
  }

  /**
   * A link that plays one of its films for five minutes, which the ledger is told of.
   *
   * @throws DomainError as `pages`
   */
  async video(publicId: string, filePublicId: string, userId: string): Promise<FileLink> {
    const row = await this.held(publicId, userId);
    const file = await this.readable(row, filePublicId, isPlayed);
    const link = await this.links.link('file', publicId, { known: filePublicId, stored: file.publicId }, row);
    return { ...link, url: `${link.url}/video` };
  }

  /** @throws DomainError `not-found` also for who is recused by now, `file-link-expired` */
  async openVideo(token: string): Promise<OpenedFile> {
    const { publicId } = await this.linked('file', token, isPlayed);
    const file = await storedFile(this.dataSource.manager, publicId);
    if (file?.state !== 'ready') throw new DomainError('not-found');
    const { name, mediaType, size, key } = file;
    return { name, mediaType, size: Number(size), read: (range) => this.storage.get(asStorageKey(key), range) };
  }

  /** The file that a link opens, looked at again whenever one is used. */
  private async linked(of: FileLinkClaims['of'], token: string, isMeant: IsMeant): Promise<KnownFile> {
    const { assignment, file } = await this.links.read(of, token);
    const row = await this.assigned(assignment);
    if (row === undefined || row.isDeclarationOwed) throw new DomainError('not-found');
    return this.readable(row, file, isMeant);
  }

  private async held(publicId: string, userId: string): Promise<AssignedRow> {
    const row = await this.assigned(publicId);
    if (row?.userId === userId) {
      if (row.isDeclarationOwed) throw new DomainError('declaration-owed');
      return row;
    }
    throw await this.standing.keptAway(publicId, userId);
  }

  /** Undefined where it is void, its judge recused or ordered to be, or its entry withdrawn. */
  private async assigned(publicId: string): Promise<AssignedRow | undefined> {
    const rows = await this.dataSource.query<AssignedRow[]>(
      `select j.user_id as "userId", a.entry_id as "entryId", s.edition_id as "editionId", a.stage_id as "stageId",
         s.key as "stageKey", a.position, a.public_id as "publicId",
         declaration_is_owed(a.judge_id, a.stage_entry_id) as "isDeclarationOwed", false as "isCalibration"
       from active_assignments a join judges j on j.id = a.judge_id join stages s on s.id = a.stage_id
       where a.public_id = $1 and not recusal_awaits(a.judge_id, a.entry_id)
       union all
       select d.user_id, d.entry_id, s.edition_id, d.stage_id, s.key, d.position, d.public_id, false, true
       from calibration_desks d join stages s on s.id = d.stage_id
       where d.public_id = $1 and not recusal_awaits(d.judge_id, d.entry_id)`,
      [publicId],
    );
    const [row] = rows;
    if (!row?.isCalibration) return row;
    const given = await givenCalibration(this.dataSource.manager, row.userId, publicId);
    return given.length > 0 ? row : undefined;
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

  /** A file that the judge may read so. */
  private async readable(row: AssignedRow, pseudonym: string, isMeant: IsMeant): Promise<KnownFile> {
    const { files } = await this.present(row);
    const read = files.find((file) => isMeant(file) && pseudonymOf(row, file) === pseudonym);
    const rows = read
      ? await this.dataSource.query<KnownFile[]>(
          'select id, public_id as "publicId" from entry_files where public_id = $1',
          [read.publicId],
        )
      : [];
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }
}

/** Two judges of an entry know its files by ids that have nothing in common. */
const pseudonymOf = (row: AssignedRow, file: PresentedFile) => readerPseudonym(row.publicId, file.publicId);
