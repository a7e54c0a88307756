import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EditionSettingService } from '#contest';
import { defaultEligibilitySetting, DomainError, type EligibilitySetting, eligibilitySettingProblems } from '#domain';
import type { IdempotentRequest } from '#identity';

export interface StandingSetting {
  readonly editionId: string;
  /** 0 where the edition has set nothing and the platform's own list is used. */
  readonly version: number;
  readonly setting: EligibilitySetting;
}

/** How each edition checks its entries. */
@Injectable()
export class EligibilitySettingService {
  constructor(private readonly settings: EditionSettingService) {}

  /** @throws DomainError `not-found` */
  async read(slug: string, manager?: EntityManager): Promise<StandingSetting> {
    const standing = await this.settings.read<EligibilitySetting>(slug, 'eligibility', manager);
    const { editionId, version, document } = standing;
    return { editionId, version, setting: document ?? defaultEligibilitySetting };
  }

  /**
   * Checks made before keep their words.
   *
   * @param seen version that this one is made from; 0 for the first
   * @returns the version that it is now
   * @throws DomainError `not-found`, `request-invalid`, `revision-stale` with the stored version
   */
  async save(request: IdempotentRequest, slug: string, setting: EligibilitySetting, seen: number): Promise<number> {
    const problems = eligibilitySettingProblems(setting);
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    return this.settings.save(request, slug, 'eligibility', { document: setting, seen });
  }
}
