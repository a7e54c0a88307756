import { Injectable } from '@nestjs/common';
import { EditionSettingService } from '#contest';
import type { IdempotentRequest } from '#identity';

/** Hours before the deadline at which whoever has a draft is reminded, once each, where an edition has set nothing. */
export const defaultReminderHours: readonly number[] = [72, 24];

export interface StandingReminders {
  /** 0 where the edition has set nothing. */
  readonly version: number;
  /** Whole hours, the most first; empty: nobody is reminded. */
  readonly hours: readonly number[];
}

/** When the teams of each edition are reminded that the entry window closes. */
@Injectable()
export class ReminderSettingService {
  constructor(private readonly settings: EditionSettingService) {}

  /** @throws DomainError `not-found` */
  async read(slug: string): Promise<StandingReminders> {
    const { version, document } = await this.settings.read<readonly number[]>(slug, 'reminders');
    return { version, hours: document ?? defaultReminderHours };
  }

  /**
   * Reminders that were written before stay written; the next look of the clock goes by the new hours.
   *
   * @param hours 1 to 720, none twice, at most five
   * @param seen version that these are made from; 0 for the first
   * @throws DomainError `not-found`, `revision-stale` with the stored version
   */
  async save(request: IdempotentRequest, slug: string, hours: readonly number[], seen: number): Promise<void> {
    const document = [...hours].sort((left, right) => right - left);
    await this.settings.save(request, slug, 'reminders', { document, seen });
  }
}
