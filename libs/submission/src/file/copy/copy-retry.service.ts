import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CopyFault, DomainError, retriedFaults } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { ViewingCopyQueue } from '#queue';
import { isOffices, type StoredFile, storedFile } from '../stored-file.js';

/** Has viewing copies rendered anew that have failed. */
@Injectable()
export class CopyRetryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly copies: ViewingCopyQueue,
  ) {}

  /**
   * For the office, which the ledger is told of.
   *
   * @throws DomainError `not-found` where the entry has no such file, `copy-not-failed` where trying again can change
   *   nothing, `copy-just-failed` within a minute of the last end
   */
  async retry(request: IdempotentRequest, entryPublicId: string, publicId: string): Promise<void> {
    const { resultId } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const file = await storedFile(manager, publicId, entryPublicId);
        if (!file || !isOffices(file)) throw new DomainError('not-found', { file: publicId });
        await this.ledger.record(manager, {
          kind: 'viewing-copy-retried',
          subject: { edition: file.editionId, entry: file.entryId, file: file.id },
          body: { actor: request.userId, fault: await reopened(manager, file) },
        });
        return { status: 204, resultId: file.id };
      }),
    );
    this.copies.request(resultId as string);
  }
}

/** Lets the copy wait again. @returns why there was none */
async function reopened(manager: EntityManager, { id }: StoredFile): Promise<CopyFault> {
  const failed = await manager.query<{ fault: CopyFault; isJustNow: boolean }[]>(
    `select fault, finished_at > clock_timestamp() - interval '1 minute' as "isJustNow" from viewing_copies where file_id = $1 and fault = any ($2) for update`,
    [id, retriedFaults],
  );
  if (!failed[0]) throw new DomainError('copy-not-failed');
  if (failed[0].isJustNow) throw new DomainError('copy-just-failed');
  await manager.query(
    `update viewing_copies set state = 'waiting', fault = null, page_count = null, finished_at = null,
       interruptions = 0, requested_at = clock_timestamp() where file_id = $1`,
    [id],
  );
  return failed[0].fault;
}
