import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asStorageKey, PartialUploads, storageToken, type StorageDriver } from '#storage';
import { isWritable } from '../deadline/entry-phase.js';
import { bytesUntil, fileTables } from './file-standing.js';

/** Nothing is written for so long where its process lives, milliseconds. */
const idleMs = 3_600_000;
/** An upload of a draft that nobody went on with for so many days begins again. */
const idleDays = 7;

/** What becomes of files by time: those whose bytes did not come, and what is left of those that were taken off. */
@Injectable()
export class FileSweepService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uploads: PartialUploads,
    @Inject(storageToken) private readonly storage: StorageDriver,
  ) {}

  /** @param now milliseconds since 1970, for the file system; what the contest decides is by the database's clock */
  async run(now: number): Promise<void> {
    await this.markMissing();
    await this.dropRemoved();
    await this.dropUploads();
    await this.storage.sweep(idleMs, now);
  }

  /** Files that a version names and whose time has passed. */
  private async markMissing(): Promise<void> {
    await this.dataSource.query(
      `update entry_files set state = 'missing' where id in (
         select f.id from ${fileTables} where f.state in ('filed', 'uploading') and f.removed_at is null
           and not ${isWritable('now()')} and now() > ${bytesUntil})
       and state in ('filed', 'uploading')`,
    );
  }

  /** Files that were taken off before any version named them: nobody was ever told of them. */
  private async dropRemoved(): Promise<void> {
    const gone = await this.dataSource.query<{ key: string }[]>(
      `with gone as (
         delete from entry_files where version is null and removed_at is not null returning id, storage_key)
       select storage_key as key from gone where storage_key is not null
       union all select a.storage_key from gone join anonymised_copies a on a.file_id = gone.id
       union all select k.key from gone join viewing_pages p on p.file_id = gone.id
         cross join lateral (values (p.page_key), (p.thumbnail_key)) as k (key)`,
    );
    for (const { key } of gone) await this.storage.delete(asStorageKey(key));
  }

  /** Bytes on this machine that no file waits for any more. */
  private async dropUploads(): Promise<void> {
    await this.dataSource.query(
      `update entry_files set state = 'filed' where state = 'uploading' and version is null
         and filed_at < now() - make_interval(days => $1)`,
      [idleDays],
    );
    const ids = await this.uploads.ids();
    if (ids.length === 0) return;
    const rows = await this.dataSource.query<{ id: string }[]>(
      `select g.id from unnest($1::uuid[]) as g (id) where not exists (select from entry_files f
         where f.public_id = g.id and f.state = 'uploading' and f.removed_at is null)`,
      [ids],
    );
    for (const { id } of rows) await this.uploads.remove(id);
  }
}
