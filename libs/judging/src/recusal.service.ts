import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        stages.push(...(await this.conflicts.recuse(manager, publicId, request.userId, reasonCode)));
        return { status: 204, resultId: null };
      }),
    );
    for (const stage of stages) this.tallies.request(stage);
  }
}
