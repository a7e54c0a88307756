import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { AccessService } from '#identity';
import { LedgerService } from '#ledger';
import { asStorageKey, storageToken, type ByteRange, type StorageDriver } from '#storage';
import { readFileLink, signFileLink, type FileLinkClaims } from './file-link.js';

/** Injection token of the settings of links. */
export const fileLinkSettingsToken = Symbol('file link settings');

export interface FileLinkSettings {
  readonly key: Buffer;
  /** Where files are served from, without a slash at its end; empty: from the page's own origin. */
  readonly origin: string;
}

export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly read: (range?: ByteRange) => Promise<Readable>;
}

interface StoredFile {
  readonly entryId: string;
  readonly editionId: string;
  readonly lead: string | null;
  readonly state: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: string;
  readonly key: string;
  readonly isRemoved: boolean;
  readonly isNamed: boolean;
}

const minutes = 5;

/** Links by which a file is opened without a cookie; what they allow is looked at again whenever one is used. */
@Injectable()
export class FileLinkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: AccessService,
    private readonly ledger: LedgerService,
    @Inject(storageToken) private readonly storage: StorageDriver,
    @Inject(fileLinkSettingsToken) private readonly settings: FileLinkSettings,
  ) {}

  /** @throws DomainError `not-found` where the file is not the person's, `file-not-ready` */
  async own(publicId: string, userId: string): Promise<FileLink> {
    const file = await this.stored(publicId);
    if (!file || !isTeams(file, userId)) throw new DomainError('not-found', { file: publicId });
    return this.link(file, { file: publicId, reader: userId, as: 'team' });
  }

  /**
   * For the office, which the ledger is told of.
   *
   * @throws DomainError `not-found` where the entry has no such file, `file-not-ready`
   */
  async office(entryPublicId: string, publicId: string, userId: string): Promise<FileLink> {
    const file = await this.stored(publicId, entryPublicId);
    if (!file || (file.isRemoved && !file.isNamed)) throw new DomainError('not-found', { file: publicId });
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
    const claims = readFileLink(this.settings.key, token);
    if (claims === null) throw new DomainError('not-found');
    const [clock] = await this.dataSource.query<{ late: boolean }[]>('select now() > to_timestamp($1) as late', [
      claims.until,
    ]);
    if (clock?.late !== false) throw new DomainError('file-link-expired');
    const file = await this.stored(claims.file);
    if (!file || file.state !== 'ready' || !(await this.mayRead(file, claims))) throw new DomainError('not-found');
    const { name, mediaType, key } = file;
    return { name, mediaType, size: Number(file.size), read: (range) => this.storage.get(asStorageKey(key), range) };
  }

  private async mayRead(file: StoredFile, { reader, as }: FileLinkClaims): Promise<boolean> {
    return as === 'team' ? isTeams(file, reader) : this.access.holds(reader, 'entry.files', file.editionId);
  }

  private async link(file: StoredFile, claims: Omit<FileLinkClaims, 'until'>): Promise<FileLink> {
    if (file.state !== 'ready') throw new DomainError('file-not-ready', { state: file.state });
    const rows = await this.dataSource.query<{ until: number }[]>(
      'select floor(extract(epoch from now()))::int + $1 * 60 as until',
      [minutes],
    );
    const { until } = rows[0] as { until: number };
    const token = signFileLink(this.settings.key, { ...claims, until });
    return { url: `${this.settings.origin}/files/${token}`, expiresAt: new Date(until * 1000) };
  }

  private async stored(publicId: string, entryPublicId?: string): Promise<StoredFile | undefined> {
    const rows = await this.dataSource.query<StoredFile[]>(
      `select e.id as "entryId", e.edition_id as "editionId", e.lead_user_id as lead, f.state, f.name,
         f.media_type as "mediaType", f.size::text, f.storage_key as key, f.removed_at is not null as "isRemoved",
         f.version is not null as "isNamed"
       from entry_files f join entries e on e.id = f.entry_id
       where f.public_id = $1 and e.public_id = coalesce($2, e.public_id)`,
      [publicId, entryPublicId ?? null],
    );
    return rows[0];
  }
}

const isTeams = (file: StoredFile, userId: string) => file.lead === userId && !file.isRemoved;
