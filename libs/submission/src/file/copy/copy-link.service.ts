import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { AccessService } from '#identity';
import { LedgerService } from '#ledger';
import { storageToken, type StorageDriver } from '#storage';
import { FileLinkSigner, type FileLink } from '../file-link-signer.js';
import { isOffices, isTeams, mayStillRead, storedFile } from '../stored-file.js';
import { copyOf, openPage, type CopyView, type OpenedPage } from './copy-page.js';

/** A viewing copy, and the link that opens its pages: `{url}/pages/{number}` and `{url}/thumbnails/{number}`. */
export interface LinkedCopy extends FileLink {
  readonly copy: CopyView;
}

/** Viewing copies for a file's team and for the office. */
@Injectable()
export class CopyLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: AccessService,
    private readonly ledger: LedgerService,
    @Inject(storageToken) private readonly storage: StorageDriver,
    private readonly signer: FileLinkSigner,
  ) {}

  /** @throws DomainError `not-found` where the file is not the person's, or is none that is shown */
  async own(publicId: string, userId: string): Promise<LinkedCopy> {
    const file = await storedFile(this.dataSource.manager, publicId);
    if (!file || !isTeams(file, userId)) throw new DomainError('not-found', { file: publicId });
    const copy = await copyOf(this.dataSource.manager, file.id);
    return { copy, ...(await this.signer.sign({ file: publicId, reader: userId, as: 'team', of: 'pages' })) };
  }

  /**
   * For the office, which the ledger is told of.
   *
   * @throws DomainError `not-found` where the entry has no such file, or it is none that is shown
   */
  async office(entryPublicId: string, publicId: string, userId: string): Promise<LinkedCopy> {
    const file = await storedFile(this.dataSource.manager, publicId, entryPublicId);
    if (!file || !isOffices(file)) throw new DomainError('not-found', { file: publicId });
    const copy = await copyOf(this.dataSource.manager, file.id);
    await this.ledger.record(this.dataSource.manager, {
      kind: 'read',
      subject: { actor: userId, edition: file.editionId, entry: file.entryId },
      body: { what: 'entry-file-pages', file: publicId },
    });
    return { copy, ...(await this.signer.sign({ file: publicId, reader: userId, as: 'office', of: 'pages' })) };
  }

  /** @throws DomainError `not-found` also for who may no longer read, `file-link-expired` */
  async open(token: string, page: { number: number; isThumbnail: boolean }): Promise<OpenedPage> {
    const claims = await this.signer.read(token, 'pages');
    const file = claims.as === 'judge' ? undefined : await storedFile(this.dataSource.manager, claims.file);
    if (!file || !(await mayStillRead(this.access, file, claims))) throw new DomainError('not-found');
    return openPage(this.dataSource.manager, this.storage, file.id, page);
  }
}
