import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { assigningStage } from '../assignment/assigning-stage.js';
import { heldDraw } from './held-draw.js';

/** Of one draw. */
const mostDrawFiles = 10;

export interface KeptFile {
  readonly drawId: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly key: string;
}

/** The rows of such files, and what the ledger is told of them. */
@Injectable()
export class DrawFileActs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** @returns `isNew` false where the same file was sent before with this key: then its bytes stand already */
  async keep(
    request: Omit<IdempotentRequest, 'body'>,
    stageId: string,
    file: KeptFile,
  ): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const { drawId, name, mediaType, size, sha256, key } = file;
    const { resultId, replayed } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, { ...request, body: { name, sha256 } }, async () => {
        await assigningStage(manager, stageId, request.userId);
        const draw = await heldDraw(manager, stageId, drawId);
        if (draw.state === 'taken-back') throw new DomainError('draw-ended');
        const [count] = await manager.query<{ files: number }[]>(
          'select count(*)::int as files from draw_files where draw_id = $1',
          [drawId],
        );
        if ((count?.files ?? 0) >= mostDrawFiles) {
          throw new DomainError('request-invalid', { problems: [fieldProblem('file', 'too-many-files')] });
        }
        const id = uuidv7();
        await manager.query(
          `insert into draw_files (id, draw_id, name, media_type, size, sha256, storage_key, uploaded_by)
           values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8)`,
          [id, drawId, name, mediaType, size, sha256, key, request.userId],
        );
        // The hash could be guessed from a file that somebody kept: the ledger is told a salted one.
        const content = await this.ledger.commitment(manager, 'draw-file', id, sha256);
        await this.ledger.record(manager, {
          kind: 'draw-evidence-added',
          subject: { stage: stageId, draw: drawId, file: id },
          body: { actor: request.userId, mediaType, size, content },
        });
        return { status: 201, resultId: id };
      }),
    );
    return { id: resultId as string, isNew: !replayed };
  }

  /** Whether a row names these bytes. */
  async stands(key: string): Promise<boolean> {
    return (await this.dataSource.query<unknown[]>('select from draw_files where storage_key = $1', [key])).length > 0;
  }

  async noteRead(stage: string, draw: string, file: string, actor: string): Promise<void> {
    await this.ledger.record(this.dataSource.manager, {
      kind: 'read',
      subject: { actor, stage, draw },
      body: { what: 'draw-file', file },
    });
  }
}
