import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileBytesRuleService, LateEntryRuleService } from '#contest';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { deadlineOf } from './extensions.js';

/** What the office states about an edition's entry deadline: late entries, and files whose bytes follow. */
@Injectable()
export class DeadlineRuleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly lateRules: LateEntryRuleService,
    private readonly fileRules: FileBytesRuleService,
  ) {}

  /** @throws DomainError as `LateEntryRuleService.set` */
  async setLateHours(request: IdempotentRequest, slug: string, hours: number): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { editionId } = await deadlineOf(manager, slug);
        await this.lateRules.set(manager, editionId, hours, request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** @throws DomainError as `FileBytesRuleService.set` */
  async setFileBytesHours(request: IdempotentRequest, slug: string, hours: number): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { editionId } = await deadlineOf(manager, slug);
        await this.fileRules.set(manager, editionId, hours, request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }
}
