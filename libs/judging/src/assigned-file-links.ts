import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { FileLinkSigner, type FileLink, type FileLinkClaims } from '#submission';

interface AssignedReader {
  readonly userId: string;
  readonly editionId: string;
  readonly entryId: string;
}

/** Links to pages and films that are given to judges. */
@Injectable()
export class AssignedFileLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signer: FileLinkSigner,
    private readonly ledger: LedgerService,
  ) {}

  /** Tells the ledger that a judge has read the answers of an entry. */
  async noteAnswers({ userId, editionId, entryId }: AssignedReader): Promise<void> {
    await this.ledger.record(this.dataSource.manager, {
      kind: 'read',
      subject: { actor: userId, edition: editionId, entry: entryId },
      body: { what: 'assigned-entry' },
    });
  }

  /**
   * @param of the pages of its viewing copy, or the file itself, which is a film
   * @param file `known`: id by which this judge knows it, which the link carries; `stored`: public id, for the ledger
   */
  async link(
    of: FileLinkClaims['of'],
    assignment: string,
    file: { readonly known: string; readonly stored: string },
    { userId, editionId, entryId }: AssignedReader,
  ): Promise<FileLink> {
    await this.ledger.record(this.dataSource.manager, {
      kind: 'read',
      subject: { actor: userId, edition: editionId, entry: entryId },
      body: { what: of === 'pages' ? 'assigned-file-pages' : 'assigned-file-video', file: file.stored },
    });
    // The reader is named by the assignment: a judge learns of no user's id, not even of the own one.
    return this.signer.sign({ file: file.known, reader: assignment, as: 'judge', of });
  }

  async read(of: FileLinkClaims['of'], token: string): Promise<{ assignment: string; file: string }> {
    const { as, reader, file } = await this.signer.read(token, of);
    if (as !== 'judge') throw new DomainError('not-found');
    return { assignment: reader, file };
  }
}
