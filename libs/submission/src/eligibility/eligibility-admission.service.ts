import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StageEntryService } from '#contest';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { EligibilityService } from '../eligibility.service.js';
import { admissibleEntries } from './admissible-entries.js';
import { EligibilitySettingService } from './eligibility-setting.service.js';

/** An entry that passed, and the stage that it would enter; null where its track has none. */
export interface AdmissionLine {
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  readonly stage: { readonly zh: string; readonly en: string } | null;
}

/** The way of those that passed into the first stage of their track. */
@Injectable()
export class EligibilityAdmissionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly settings: EligibilitySettingService,
    private readonly stageEntries: StageEntryService,
    private readonly eligibility: EligibilityService,
  ) {}

  /** Who would enter which stage now, by number; none that concerns the reader. @throws DomainError `not-found` */
  async preview(slug: string, reader: string): Promise<AdmissionLine[]> {
    const { manager } = this.dataSource;
    const { editionId } = await this.settings.read(slug, manager);
    const stages = await this.stageEntries.firstStages(manager, editionId);
    const names = await manager.query<{ id: string; zh: string; en: string }[]>(
      'select id, name_zh as zh, name_en as en from stages where edition_id = $1',
      [editionId],
    );
    const nameOf = new Map(names.map(({ id, zh, en }) => [id, { zh, en }]));
    return (await admissibleEntries(manager, editionId, reader)).map(({ publicId, number, title, trackId }) => ({
      ...{ publicId, number, title },
      stage: nameOf.get(stages.get(trackId) ?? '') ?? null,
    }));
  }

  /** @throws DomainError `not-found` */
  async admit(request: IdempotentRequest, slug: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { editionId } = await this.settings.read(slug, manager);
        // Two who admit at once would tell of the same entries twice.
        await manager.query('select from editions where id = $1 for no key update', [editionId]);
        await this.eligibility.admit(manager, editionId, { actor: request.userId });
        return { status: 204, resultId: null };
      }),
    );
  }
}
