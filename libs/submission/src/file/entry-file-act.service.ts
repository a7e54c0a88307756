import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { ownReceipt, submissionReceipt, type SubmissionReceipt } from '../receipt/submission-receipt.js';
import { entryFiles, type EntryFileView } from './entry-files.js';
import { EntryFileService, type NewFile } from './entry-file.service.js';
import { fileRulesOf, type FileRule } from './file-rules.js';

export interface FiledFile {
  readonly publicId: string;
  /** Of the further version of a submitted entry; null for a draft. */
  readonly receipt: SubmissionReceipt | null;
}

/** What an entry's form takes in files, and what it has. */
export interface EntryFiles {
  readonly fields: readonly FileRule[];
  readonly files: readonly EntryFileView[];
}

/** A team's acts on its files, each in one transaction and once for each idempotency key, and what it reads of them. */
@Injectable()
export class EntryFileActService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly files: EntryFileService,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` where the entry is not the person's */
  async own(entryPublicId: string, userId: string): Promise<EntryFiles> {
    const { manager } = this.dataSource;
    const rows = await manager.query<{ id: string }[]>(
      `select id from entries e where public_id = $1 and entry_is_read_by(e, $2)`,
      [entryPublicId, userId],
    );
    if (!rows[0]) throw new DomainError('not-found', { entry: entryPublicId });
    return { fields: await fileRulesOf(manager, rows[0].id), files: await entryFiles(manager, rows[0].id) };
  }

  /**
   * The files of a submitted entry, for the office; the ledger is told of the reading.
   *
   * @throws DomainError `not-found`
   */
  async office(entryPublicId: string, readerId: string): Promise<EntryFileView[]> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ id: string; edition: string }[]>(
        `select id, edition_id as edition from entries where public_id = $1 and state <> 'draft'`,
        [entryPublicId],
      );
      if (!rows[0]) throw new DomainError('not-found', { entry: entryPublicId });
      const { id: entry, edition } = rows[0];
      const files = await entryFiles(manager, entry);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition, entry },
        body: { what: 'entry-files', rows: files.length },
      });
      return files;
    });
  }

  /** @throws DomainError `not-found` */
  async receipt(entryPublicId: string, userId: string): Promise<SubmissionReceipt> {
    return ownReceipt(this.dataSource.manager, entryPublicId, userId);
  }

  /** @throws DomainError as `EntryFileService.file` */
  async file(request: IdempotentRequest, entryPublicId: string, given: NewFile): Promise<FiledFile> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        return { status: 201, resultId: await this.files.file(manager, entryPublicId, request.userId, given) };
      });
      return outcome(manager, resultId as string);
    });
  }

  /**
   * @returns the receipt of the further version of a submitted entry; null for a draft
   * @throws DomainError as `EntryFileService.remove`
   */
  async remove(request: IdempotentRequest, publicId: string): Promise<SubmissionReceipt | null> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        return { status: 200, resultId: await this.files.remove(manager, publicId, request.userId) };
      });
      return resultId === null ? null : submissionReceipt(manager, resultId);
    });
  }
}

async function outcome(manager: EntityManager, fileId: string): Promise<FiledFile> {
  const rows = await manager.query<{ publicId: string; eventId: string | null }[]>(
    `select f.public_id as "publicId", v.event_id as "eventId" from entry_files f
     left join entry_versions v on v.entry_id = f.entry_id and v.number = f.version where f.id = $1`,
    [fileId],
  );
  const { publicId, eventId } = rows[0] as { publicId: string; eventId: string | null };
  return { publicId, receipt: eventId === null ? null : await submissionReceipt(manager, eventId) };
}
