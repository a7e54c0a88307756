import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';

/** Hours before the deadline at which whoever has a draft is reminded, once each, where an edition has set nothing. */
export const defaultReminderHours: readonly number[] = [72, 24];

export interface StandingReminders {
  readonly editionId: string;
  /** 0 where the edition has set nothing. */
  readonly version: number;
  /** Whole hours, the most first; empty: nobody is reminded. */
  readonly hours: readonly number[];
}

/** When the teams of each edition are reminded that the entry window closes. */
@Injectable()
export class ReminderSettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
  ) {}

  /** @throws DomainError `not-found` */
  async read(slug: string, manager: EntityManager = this.dataSource.manager): Promise<StandingReminders> {
    const rows = await manager.query<{ id: string; version: number | null; hours: number[] | null }[]>(
      `select e.id, s.version, s.hours from editions e left join reminder_settings s on s.edition_id = e.id
       where e.slug = $1`,
      [slug],
    );
    const row = rows[0];
    if (!row) throw new DomainError('not-found', { edition: slug });
    return { editionId: row.id, version: row.version ?? 0, hours: row.hours ?? defaultReminderHours };
  }

  /**
   * Reminders that were written before stay written; the next look of the clock goes by the new hours.
   *
   * @param hours 1 to 720, none twice, at most five
   * @param seen version that these are made from; 0 for the first
   * @throws DomainError `not-found`, `revision-stale` with the stored version
   */
  async save(request: IdempotentRequest, slug: string, hours: readonly number[], seen: number): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { editionId } = await this.read(slug, manager);
      await this.idempotency.run(manager, request, async () => {
        const rows = await manager.query<unknown[]>(
          `insert into reminder_settings as s (edition_id, version, hours, updated_by)
           select $1, 1, $2, $3 where $4 = 0 or exists (select from reminder_settings where edition_id = $1)
           on conflict (edition_id) do update set version = s.version + 1, hours = excluded.hours,
             updated_by = excluded.updated_by, recorded_at = now() where s.version = $4
           returning version`,
          [editionId, [...hours].sort((left, right) => right - left), request.userId, seen],
        );
        if (rows.length > 0) return { status: 204, resultId: null };
        throw new DomainError('revision-stale', { stored: (await this.read(slug, manager)).version });
      });
    });
  }
}
