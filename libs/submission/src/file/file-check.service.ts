import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type FileRefusal, isShown, namedFileType } from '#domain';
import { asStorageKey, storageToken, type StorageDriver } from '#storage';
import { inspectApart } from './check/inspect-apart.js';
import { scanForViruses } from './check/virus-scan.js';
import { fileRulesOf } from './file-rules.js';

/** Injection token of the address of a clamd, `tcp://host:port`; undefined where there is none. */
export const virusScannerToken = Symbol('virus scanner');

interface ArrivedFile {
  readonly id: string;
  readonly entryId: string;
  readonly fieldKey: string;
  readonly name: string;
  readonly key: string;
}

interface Finding {
  readonly refusal: FileRefusal | null;
  readonly mediaType: string | null;
  readonly scan: 'not-scanned' | 'clean' | 'infected';
}

/** Looks into files of which every byte has arrived, and says whether they are ready. */
@Injectable()
export class FileCheckService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(storageToken) private readonly storage: StorageDriver,
    @Inject(virusScannerToken) private readonly scanner: string | undefined,
  ) {}

  /** Ids of the files that wait to be looked at, oldest first. */
  async pending(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select id from entry_files where state = 'checking' order by arrived_at limit 100`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Looks into one file; nothing happens where it was looked at before. What is refused is not kept.
   *
   * @returns whether a viewing copy of it now waits to be rendered
   * @throws Error where storage or scanner cannot be reached: it is looked at again later
   */
  async run(fileId: string): Promise<boolean> {
    const rows = await this.dataSource.query<ArrivedFile[]>(
      `select id, entry_id as "entryId", field_key as "fieldKey", name, storage_key as key from entry_files
       where id = $1 and state = 'checking'`,
      [fileId],
    );
    const file = rows[0];
    if (!file) return false;
    const finding = await this.look(file);
    const isReady = finding.refusal === null;
    const type = namedFileType(file.name);
    const isCopied = isReady && type !== null && isShown(type);
    const settled = await this.dataSource.query<unknown[]>(
      `with settled as (
         update entry_files set state = $2, refusal = $3, media_type = $4, scan = $5, checked_at = clock_timestamp(),
           storage_key = case when $2 = 'ready' then storage_key end
         where id = $1 and state = 'checking' returning id),
       copied as (insert into viewing_copies (file_id) select id from settled where $6)
       select id from settled`,
      [file.id, isReady ? 'ready' : 'refused', finding.refusal, finding.mediaType, finding.scan, isCopied],
    );
    if (settled.length === 0) return false;
    if (!isReady) await this.storage.delete(asStorageKey(file.key));
    return isCopied;
  }

  private async look(file: ArrivedFile): Promise<Finding> {
    const folder = await mkdtemp(join(tmpdir(), 'leitai-check-'));
    const path = join(folder, 'file');
    try {
      await pipeline(await this.storage.get(asStorageKey(file.key)), createWriteStream(path, { mode: 0o600 }));
      const scan = this.scanner === undefined ? 'not-scanned' : await scanForViruses(this.scanner, path);
      if (scan === 'infected') return { refusal: 'infected', mediaType: null, scan };
      const rules = await fileRulesOf(this.dataSource.manager, file.entryId);
      const allowed = rules.find(({ key }) => key === file.fieldKey)?.types ?? [];
      const named = namedFileType(file.name);
      if (named === null) return { refusal: 'type-not-allowed', mediaType: null, scan };
      return { ...(await inspectApart({ path, named, allowed })), scan };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
