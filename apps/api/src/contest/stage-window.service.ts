import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WindowService } from '#contest';
import { DomainError } from '#domain';
import { assertFreeOfStage, IdempotencyService, type IdempotentRequest } from '#identity';
import { awaitedOrders, WallService } from '#judging';

export const closingBlockerCodes = ['sheets-missing', 'coverage-below-floor', 'recusal-orders-awaited'] as const;
export type ClosingBlockerCode = (typeof closingBlockerCodes)[number];

/** Opening and closing of a stage's judging, as an organiser does it: once for each idempotency key. */
@Injectable()
export class StageWindowService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly windows: WindowService,
    private readonly walls: WallService,
  ) {}

  /**
   * Only by somebody whom no entry of the stage concerns: opening puts the rules in force, and begins the time to judge.
   *
   * @throws DomainError `organiser-conflicted`; as `WindowService.open`
   */
  async open(request: IdempotentRequest, stageId: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await assertFreeOfStage(manager, request.userId, stageId);
        await this.windows.open({ stageId }, { actor: request.userId }, manager);
        return { status: 204, resultId: null };
      }),
    );
  }

  /**
   * Only by somebody whom no entry of the stage concerns, whatever that entry lacks: who may not know of its missing
   * sheets can't answer for closing over them.
   *
   * @throws DomainError `organiser-conflicted`; `stage-not-ready` with blockers that were not acknowledged; as
   * `WindowService.close`
   */
  async close(request: IdempotentRequest, stageId: string, acknowledged: readonly ClosingBlockerCode[]): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await assertFreeOfStage(manager, request.userId, stageId);
        const blockers = (await this.blockers(manager, stageId, request.userId)).filter(
          ({ code }) => !acknowledged.includes(code),
        );
        if (blockers.length > 0) throw new DomainError('stage-not-ready', { blockers });
        await this.windows.close({ stageId }, { actor: request.userId }, manager);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** As the actor's own wall counts, which leaves nothing out, since no entry of the stage concerns the actor. */
  private async blockers(
    manager: EntityManager,
    stageId: string,
    actor: string,
  ): Promise<{ code: ClosingBlockerCode; count: number }[]> {
    const { totals, coverage } = await this.walls.read(stageId, actor);
    const found = [
      { code: 'sheets-missing' as const, count: totals.assignments - totals.submitted },
      { code: 'coverage-below-floor' as const, count: coverage.below },
      // One person alone would keep a sheet out of the result by an order that nobody answers.
      { code: 'recusal-orders-awaited' as const, count: await awaitedOrders(manager, stageId) },
    ];
    return found.filter(({ count }) => count > 0);
  }
}
