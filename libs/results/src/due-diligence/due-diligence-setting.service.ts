import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EditionSettingService } from '#contest';
import { defaultDueDiligence, DomainError, dueDiligenceProblems, type EligibilityItem } from '#domain';
import type { IdempotentRequest } from '#identity';

export interface StandingChecklist {
  readonly editionId: string;
  /** 0 where the edition has set nothing and the platform's own list is used. */
  readonly version: number;
  readonly checklist: readonly EligibilityItem[];
}

/** What each edition looks into (尽职调查). */
@Injectable()
export class DueDiligenceSettingService {
  constructor(private readonly settings: EditionSettingService) {}

  /** @throws DomainError `not-found` */
  async read(slug: string, manager?: EntityManager): Promise<StandingChecklist> {
    const standing = await this.settings.read<readonly EligibilityItem[]>(slug, 'due-diligence', manager);
    const { editionId, version, document } = standing;
    return { editionId, version, checklist: document ?? defaultDueDiligence };
  }

  /**
   * Cases decided before keep their words.
   *
   * @param seen version that this one is made from; 0 for the first
   * @throws DomainError `not-found`, `request-invalid`, `revision-stale`
   */
  async save(
    request: IdempotentRequest,
    slug: string,
    checklist: readonly EligibilityItem[],
    seen: number,
  ): Promise<void> {
    const problems = dueDiligenceProblems(checklist);
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    await this.settings.save(request, slug, 'due-diligence', { document: checklist, seen });
  }
}
