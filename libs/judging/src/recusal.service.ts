import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { TallyQueue } from '#queue';
import { ConflictService, type ConflictReason } from './conflict.service.js';

/** A judge's own recusal (回避), once for each idempotency key. */
@Injectable()
export class RecusalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly conflicts: ConflictService,
    private readonly tallies: TallyQueue,
  ) {}

  /** @throws DomainError `assignment-not-found`, `idempotency-key-reused` */
  async recuse(request: IdempotentRequest, publicId: string, reasonCode: ConflictReason): Promise<void> {
    await this.once(request, (manager) => this.conflicts.recuse(manager, publicId, request.userId, reasonCode));
  }

  /**
   * From a calibration entry: the judge is asked for it no more, and keeps away from the entry in every stage.
   *
   * @throws DomainError `assignment-not-found`, `idempotency-key-reused`
   */
  async recuseCalibration(request: IdempotentRequest, publicId: string, reasonCode: ConflictReason): Promise<void> {
    const { userId } = request;
    await this.once(request, async (manager) => {
      const [pair] = await manager.query<{ judgeId: string; entryId: string }[]>(
        `select judge_id as "judgeId", entry_id as "entryId" from calibration_desks where public_id = $1 and user_id = $2`,
        [publicId, userId],
      );
      if (pair === undefined) throw new DomainError('assignment-not-found');
      return this.conflicts.declare(manager, { ...pair, form: 'by-oneself', reasonCode }, { actor: userId });
    });
  }

  /** @param act returns the stages to tally anew, which are asked for once it is committed */
  private async once(request: IdempotentRequest, act: (manager: EntityManager) => Promise<string[]>): Promise<void> {
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        stages.push(...(await act(manager)));
        return { status: 204, resultId: null };
      }),
    );
    for (const stage of stages) this.tallies.request(stage);
  }
}
