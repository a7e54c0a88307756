import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { defaultEligibilitySetting, DomainError, type EligibilitySetting, eligibilitySettingProblems } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';

export interface StandingSetting {
  readonly editionId: string;
  /** 0 where the edition has set nothing and the platform's own list is used. */
  readonly version: number;
  readonly setting: EligibilitySetting;
}

/** How each edition checks its entries. */
@Injectable()
export class EligibilitySettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(slug: string, manager: EntityManager = this.dataSource.manager): Promise<StandingSetting> {
    const rows = await manager.query<{ id: string; version: number | null; document: EligibilitySetting | null }[]>(
      `select e.id, s.version, s.document from editions e left join eligibility_settings s on s.edition_id = e.id
       where e.slug = $1`,
      [slug],
    );
    const row = rows[0];
    if (!row) throw new DomainError('not-found', { edition: slug });
    return { editionId: row.id, version: row.version ?? 0, setting: row.document ?? defaultEligibilitySetting };
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
    return this.dataSource.transaction(async (manager) => {
      const { editionId } = await this.read(slug, manager);
      await this.idempotency.run(manager, request, async () => {
        const rows = await manager.query<unknown[]>(
          `insert into eligibility_settings as s (edition_id, version, document, updated_by)
           select $1, 1, $2, $3 where $4 = 0 or exists (select from eligibility_settings where edition_id = $1)
           on conflict (edition_id) do update set version = s.version + 1, document = excluded.document,
             updated_by = excluded.updated_by, recorded_at = now() where s.version = $4
           returning version`,
          [editionId, JSON.stringify(setting), request.userId, seen],
        );
        if (rows[0]) return { status: 200, resultId: null };
        throw new DomainError('revision-stale', { revision: (await this.read(slug, manager)).version });
      });
      return (await this.read(slug, manager)).version;
    });
  }
}
