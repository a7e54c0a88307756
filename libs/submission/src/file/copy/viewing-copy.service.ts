import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CopyFault, copyPageLimit, type FileType, isOffice, namedFileType } from '#domain';
import { asStorageKey, storageToken, type StorageDriver } from '#storage';
import { AnonymisedFiles } from './anonymised-files.js';
import { CopyLease, LostLeaseError } from './copy-lease.js';
import { CopyPages } from './copy-pages.js';
import { findOffice, officeToPdf } from './office-to-pdf.js';
import { openPagesApart } from './open-pages-apart.js';
import { InterruptedError, type PageSource, UnshowableError } from './page-source.js';

/** Injection token of the name or path of LibreOffice's program. */
export const officeProgramToken = Symbol('office program');

interface CopiedFile {
  readonly name: string;
  readonly key: string;
}

/** Renders the viewing copies of files that are ready. */
@Injectable()
export class ViewingCopyService {
  private readonly pages: CopyPages;
  private readonly anonymised: AnonymisedFiles;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(storageToken) private readonly storage: StorageDriver,
    @Inject(officeProgramToken) private readonly officeProgram: string,
  ) {
    this.pages = new CopyPages(dataSource, storage);
    this.anonymised = new AnonymisedFiles(dataSource, storage);
  }

  /** Ids of the files whose copy waits, oldest first. */
  pending(): Promise<string[]> {
    return CopyLease.pending(this.dataSource);
  }

  /**
   * Renders what is missing of one copy; nothing happens where it is ready or another process is at it. Each page is
   * there as soon as it is stored, and one that was killed goes on where the last one ended.
   *
   * @throws Error where storage or database cannot be reached, or the renderer was ended from outside: it is tried again
   *   later, of the latter at most three times in all
   */
  async run(fileId: string): Promise<void> {
    const lease = await CopyLease.take(this.dataSource, fileId);
    if (lease === null) return;
    try {
      // The third end was counted, and the worker ended before it could say so.
      if (lease.isGivenUp) throw new UnshowableError('too-heavy');
      await this.render(lease);
    } catch (error) {
      if (error instanceof LostLeaseError) return;
      const fault = await faultOf(lease, error);
      if (fault === null) {
        await lease.giveBack().catch(() => undefined);
        throw error;
      }
      await this.pages.drop(fileId);
      await lease.unshowable(fault);
    } finally {
      lease.release();
    }
  }

  private async render(lease: CopyLease): Promise<void> {
    const rows = await this.dataSource.query<CopiedFile[]>(
      `select name, storage_key as key from entry_files where id = $1 and state = 'ready'`,
      [lease.fileId],
    );
    if (!rows[0]) throw new LostLeaseError(`file ${lease.fileId} is gone`);
    const folder = await mkdtemp(join(tmpdir(), 'leitai-copy-'));
    try {
      await this.renderIn(folder, lease, rows[0]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async renderIn(folder: string, lease: CopyLease, file: CopiedFile): Promise<void> {
    const type = namedFileType(file.name);
    if (type === null) throw new UnshowableError('broken');
    const path = join(folder, `file.${type}`);
    await pipeline(await this.storage.get(asStorageKey(file.key)), createWriteStream(path, { mode: 0o600 }));
    // No page can show what the anonymised copy does not hold.
    const copy = join(folder, `copy.${type}`);
    const isAnonymised = await this.anonymised.make(lease, path, type, copy);
    // A document whose links could not be taken out is not opened: the program would follow them.
    if (!isAnonymised && isOffice(type)) throw new UnshowableError('broken');
    const stored = await this.pages.stored(lease.fileId);
    const source = await this.open(isAnonymised ? copy : path, type, folder);
    try {
      if (source.pageCount > copyPageLimit) throw new UnshowableError('too-many-pages');
      await lease.opened(source.pageCount);
      for (let number = 1; number <= source.pageCount; number += 1) {
        if (!stored.has(number)) await this.pages.store(lease, number, await source.page(number));
      }
    } finally {
      await source.close();
    }
    await lease.ready();
  }

  private async open(path: string, type: FileType, folder: string): Promise<PageSource> {
    if (!isOffice(type)) return openPagesApart(path, type === 'pdf' ? 'pdf' : 'image');
    const office = await findOffice(this.officeProgram);
    if (office === null) throw new UnshowableError('needs-pdf');
    return openPagesApart(await officeToPdf(office, { path, type, folder }), 'pdf');
  }
}

/** Why the file cannot be shown; null where trying again may end well. */
async function faultOf(lease: CopyLease, error: unknown): Promise<CopyFault | null> {
  if (error instanceof UnshowableError) return error.fault;
  if (!(error instanceof InterruptedError)) return null;
  await lease.interrupted();
  return lease.isGivenUp ? 'too-heavy' : null;
}
