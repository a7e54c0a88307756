import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LedgerService } from '#ledger';

export interface WallReader {
  readonly userId: string;
  /** 64 hex digits. */
  readonly sessionHash: string;
}

/** Who looked at which wall: it names judges and shows who has scored how much before anything is released. */
@Injectable()
export class WallReadService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** Leaves one ledger event a session and stage: the page asks again every few seconds. */
  async note(stageId: string, reader: WallReader): Promise<void> {
    const key = [reader.sessionHash, stageId];
    const known = await this.dataSource.query<unknown[]>(
      `select from wall_reads where session_hash = decode($1, 'hex') and stage_id = $2`,
      key,
    );
    if (known.length > 0) return;
    await this.dataSource.transaction(async (manager) => {
      const added = await manager.query<unknown[]>(
        `insert into wall_reads (session_hash, stage_id) values (decode($1, 'hex'), $2)
         on conflict do nothing returning stage_id`,
        key,
      );
      if (added.length === 0) return;
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader.userId, stage: stageId },
        body: { what: 'wall' },
      });
    });
  }
}
