import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { defaultDueDiligence, DomainError, dueDiligenceProblems, type EligibilityItem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';

export interface StandingChecklist {
  readonly editionId: string;
  /** 0 where the edition has set nothing and the platform's own list is used. */
  readonly version: number;
  readonly checklist: readonly EligibilityItem[];
}

/** What each edition looks into (尽职调查). */
@Injectable()
export class DueDiligenceSettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(slug: string, manager: EntityManager = this.dataSource.manager): Promise<StandingChecklist> {
    const rows = await manager.query<{ id: string; version: number | null; checklist: EligibilityItem[] | null }[]>(
      `select e.id, s.version, s.checklist from editions e left join due_diligence_settings s on s.edition_id = e.id
       where e.slug = $1`,
      [slug],
    );
    const row = rows[0];
    if (!row) throw new DomainError('not-found', { edition: slug });
    return { editionId: row.id, version: row.version ?? 0, checklist: row.checklist ?? defaultDueDiligence };
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
    await this.dataSource.transaction(async (manager) => {
      const { editionId } = await this.read(slug, manager);
      await this.idempotency.run(manager, request, async () => {
        const rows = await manager.query<unknown[]>(
          `insert into due_diligence_settings as s (edition_id, version, checklist, updated_by)
           select $1, 1, $2, $3 where $4 = 0 or exists (select from due_diligence_settings where edition_id = $1)
           on conflict (edition_id) do update set version = s.version + 1, checklist = excluded.checklist,
             updated_by = excluded.updated_by, recorded_at = now() where s.version = $4
           returning version`,
          [editionId, JSON.stringify(checklist), request.userId, seen],
        );
        if (rows.length > 0) return { status: 204, resultId: null };
        throw new DomainError('revision-stale', { stored: (await this.read(slug, manager)).version });
      });
    });
  }
}
