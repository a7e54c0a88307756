import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WindowService } from '#contest';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { WallService } from '#judging';

export const closingBlockerCodes = ['sheets-missing', 'coverage-below-floor'] as const;
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

  /** @throws DomainError as `WindowService.open` */
  async open(request: IdempotentRequest, stageId: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await this.windows.open({ stageId }, { actor: request.userId }, manager);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** @throws DomainError `stage-not-ready` with blockers that were not acknowledged; as `WindowService.close` */
  async close(request: IdempotentRequest, stageId: string, acknowledged: readonly ClosingBlockerCode[]): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const blockers = (await this.blockers(stageId, request.userId)).filter(
          ({ code }) => !acknowledged.includes(code),
        );
        if (blockers.length > 0) throw new DomainError('stage-not-ready', { blockers });
        await this.windows.close({ stageId }, { actor: request.userId }, manager);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** As the actor's own wall counts: what is missing at entries that concern the actor isn't told here either. */
  private async blockers(stageId: string, actor: string): Promise<{ code: ClosingBlockerCode; count: number }[]> {
    const { totals, coverage } = await this.walls.read(stageId, actor);
    const found = [
      { code: 'sheets-missing' as const, count: totals.assignments - totals.submitted },
      { code: 'coverage-below-floor' as const, count: coverage.below },
    ];
    return found.filter(({ count }) => count > 0);
  }
}
