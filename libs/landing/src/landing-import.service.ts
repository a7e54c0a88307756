import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportedLanding } from '#domain';
import { type EntryLanding, type LandingDesk, LandingDesks } from '#submission';
import type { LandingWay } from './landing-declaration.js';
import { LandingIntentService } from './landing-intent.service.js';

/** Landing answers of entries that come in from a file: declared as by their teams, and accepted at once. */
@Injectable()
export class LandingImportService implements LandingDesk, OnModuleInit {
  constructor(
    private readonly desks: LandingDesks,
    private readonly intents: LandingIntentService,
  ) {}

  onModuleInit(): void {
    this.desks.use(this);
  }

  async declared(manager: EntityManager, editionId: string): Promise<ReadonlyMap<string, ImportedLanding>> {
    const rows = await manager.query<(ImportedLanding & { entryId: string })[]>(
      `select i.entry_id as "entryId", i.way, i.districts, i.investment_yuan::text as "investmentYuan",
         i.timetable_months as "timetableMonths", i.needs, i.local_partner as "localPartner"
       from landing_intents i join entries e on e.id = i.entry_id where e.edition_id = $1 and i.withdrawn_at is null`,
      [editionId],
    );
    return new Map(rows.map(({ entryId, ...landing }) => [entryId, landing]));
  }

  async declare(manager: EntityManager, given: readonly EntryLanding[], actor: string): Promise<void> {
    const declared = given.flatMap(({ entryId, landing }) =>
      landing === null ? [] : [{ entryId, declaration: { ...landing, way: landing.way as LandingWay | null } }],
    );
    if (declared.length > 0) {
      await this.intents.declare(manager, declared, { actor });
      await this.intents.accept(
        manager,
        declared.map(({ entryId }) => entryId),
        { actor },
      );
    }
    const retracted = given.flatMap(({ entryId, landing }) => (landing === null ? [entryId] : []));
    if (retracted.length > 0) await this.intents.retractAccepted(manager, retracted, { actor });
  }
}
