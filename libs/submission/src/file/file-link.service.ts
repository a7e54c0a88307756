import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { AccessService } from '#identity';
import { LedgerService } from '#ledger';
import { asStorageKey, storageToken, type ByteRange, type StorageDriver } from '#storage';
import type { FileLinkClaims } from './file-link.js';
import { FileLinkSigner, type FileLink } from './file-link-signer.js';
import { isOffices, isTeams, mayStillRead, storedFile, type StoredFile } from './stored-file.js';

export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly read: (range?: ByteRange) => Promise<Readable>;
}

/** Links by which a file is opened without a cookie; what they allow is looked at again whenever one is used. */
@Injectable()
export class FileLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: AccessService,
    private readonly ledger: LedgerService,
    @Inject(storageToken) private readonly storage: StorageDriver,
    private readonly signer: FileLinkSigner,
  ) {}

  /** @throws DomainError `not-found` where the file is not the person's, `file-not-ready` */
  async own(publicId: string, userId: string): Promise<FileLink> {
    const file = await storedFile(this.dataSource.manager, publicId);
    if (!file || !isTeams(file, userId)) throw new DomainError('not-found', { file: publicId });
    return this.link(file, { file: publicId, reader: userId, as: 'team' });
  }

  /**
   * For the office, which the ledger is told of.
   *
   * @throws DomainError `not-found` where the entry has no such file, `file-not-ready`
   */
  async office(entryPublicId: string, publicId: string, userId: string): Promise<FileLink> {
    const file = await storedFile(this.dataSource.manager, publicId, entryPublicId);
    if (!file || !isOffices(file)) throw new DomainError('not-found', { file: publicId });
    const link = await this.link(file, { file: publicId, reader: userId, as: 'office' });
    await this.ledger.record(this.dataSource.manager, {
      kind: 'read',
      subject: { actor: userId, edition: file.editionId, entry: file.entryId },
      body: { what: 'entry-file', file: publicId },
    });
    return link;
  }

  /** @throws DomainError `not-found` for a token that is none, and for who may no longer read; `file-link-expired` */
  async open(token: string): Promise<OpenedFile> {
    const claims = await this.signer.read(token, 'file');
    const file = await storedFile(this.dataSource.manager, claims.file);
    if (file?.state !== 'ready' || !(await mayStillRead(this.access, file, claims))) {
      throw new DomainError('not-found');
    }
    const { name, mediaType, key } = file;
    return { name, mediaType, size: Number(file.size), read: (range) => this.storage.get(asStorageKey(key), range) };
  }

  private async link(file: StoredFile, claims: Omit<FileLinkClaims, 'until' | 'of'>): Promise<FileLink> {
    if (file.state !== 'ready') throw new DomainError('file-not-ready', { state: file.state });
    return this.signer.sign({ ...claims, of: 'file' });
  }
}
