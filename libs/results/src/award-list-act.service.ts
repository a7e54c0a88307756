import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AwardListService, type FrozenAwardList } from './award-list.service.js';
import { PublicationService } from './publication.service.js';
import { TieDecisionService } from './tie-decision.service.js';

/** The acts of the office on a list, each in one transaction and once for each idempotency key. */
@Injectable()
export class AwardListActService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly awardLists: AwardListService,
    private readonly publications: PublicationService,
    private readonly ties: TieDecisionService,
  ) {}

  /** Freezes the next version of the edition's list. @throws DomainError as {@link AwardListService.freeze} */
  async freeze(request: IdempotentRequest, slug: string, reasonCode: string | null): Promise<FrozenAwardList> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const edition = await this.editionBySlug(manager, slug);
        const list = await this.awardLists.freeze(manager, edition, request.userId, reasonCode);
        return { status: 201, resultId: list.id };
      });
      return this.awardLists.frozen(manager, resultId as string);
    });
  }

  /** The first person's half. @throws DomainError as {@link PublicationService.request} */
  async requestPublication(request: IdempotentRequest, publicId: string): Promise<void> {
    await this.once(request, (manager) => this.publications.request(manager, publicId, request.userId));
  }

  /** The second person's half. @throws DomainError as {@link PublicationService.publish} */
  async publish(request: IdempotentRequest, publicId: string): Promise<void> {
    await this.once(request, (manager) => this.publications.publish(manager, publicId, request.userId));
  }

  /** @throws DomainError as {@link TieDecisionService.request} */
  async requestTieDecision(request: IdempotentRequest, stageId: string, rank: number): Promise<{ id: string }> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const { id } = await this.ties.request(manager, stageId, rank, request.userId);
        return { status: 201, resultId: id };
      });
      return { id: resultId as string };
    });
  }

  /** @throws DomainError as {@link TieDecisionService.approve} */
  async approveTieDecision(request: IdempotentRequest, stageId: string, decisionId: string): Promise<void> {
    await this.once(request, (manager) => this.ties.approve(manager, stageId, decisionId, request.userId));
  }

  private async once(request: IdempotentRequest, act: (manager: EntityManager) => Promise<void>): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await act(manager);
        return { status: 204, resultId: null };
      }),
    );
  }

  private async editionBySlug(manager: EntityManager, slug: string): Promise<{ id: string; slug: string }> {
    const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
    if (rows[0] === undefined) throw new DomainError('not-found');
    return { id: rows[0].id, slug };
  }
}
