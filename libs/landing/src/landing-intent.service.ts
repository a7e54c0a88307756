import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { LedgerService } from '#ledger';
import type { EntryAct } from '#submission';
import { assertDeclaration, type LandingDeclaration } from './landing-declaration.js';

export interface EntryDeclaration {
  readonly entryId: string;
  readonly declaration: LandingDeclaration;
}

/** What teams declare of landing. Who is suggested by rule, and who is confirmed by a person, stand elsewhere. */
@Injectable()
export class LandingIntentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Writes what teams declare, or replaces what they declared before.
   *
   * @throws DomainError `landing-intent-invalid` with every field's problem
   */
  async declare(manager: EntityManager, declarations: readonly EntryDeclaration[], act: EntryAct): Promise<void> {
    for (const { declaration } of declarations) assertDeclaration(declaration);
    const rows = declarations.map(({ entryId, declaration }) => ({
      id: uuidv7(),
      public_id: uuidv4(),
      entry_id: entryId,
      way: declaration.way ?? null,
      districts: declaration.districts ?? [],
      investment_yuan: declaration.investmentYuan ?? null,
      timetable_months: declaration.timetableMonths ?? null,
      needs: declaration.needs ?? [],
      local_partner: declaration.localPartner ?? false,
    }));
    await manager.query(
      `insert into landing_intents (id, public_id, entry_id, way, districts, investment_yuan, timetable_months, needs,
         local_partner, declared_by, occurred_on)
       select id, public_id, entry_id, way, districts, investment_yuan, timetable_months, needs, local_partner, $2, $3
       from jsonb_to_recordset($1::jsonb) as given (id uuid, public_id uuid, entry_id uuid, way text, districts text[],
         investment_yuan numeric, timetable_months smallint, needs text[], local_partner boolean)
       on conflict (entry_id) do update set way = excluded.way, districts = excluded.districts,
         investment_yuan = excluded.investment_yuan, timetable_months = excluded.timetable_months,
         needs = excluded.needs, local_partner = excluded.local_partner, declared_by = excluded.declared_by,
         withdrawn_at = null`,
      [JSON.stringify(rows), act.actor, act.occurredOn ?? null],
    );
  }

  /**
   * Takes back declarations of drafts, which nobody has accepted.
   *
   * @returns those that stood
   */
  async retract(
    manager: EntityManager,
    entryIds: readonly string[],
  ): Promise<{ readonly id: string; readonly entryId: string }[]> {
    const [rows] = await manager.query<[{ id: string; entryId: string }[], number]>(
      `update landing_intents set withdrawn_at = now() where entry_id = any ($1) and withdrawn_at is null
       returning id, entry_id as "entryId"`,
      [entryIds],
    );
    return rows;
  }

  /** Takes back what was accepted: a ledger event each, and a pending row, since the rule's opinion falls with it. */
  async retractAccepted(manager: EntityManager, entryIds: readonly string[], act: EntryAct): Promise<void> {
    const retracted = await this.retract(manager, entryIds);
    if (retracted.length === 0) return;
    await this.askSuggestions(
      manager,
      retracted.map(({ entryId }) => entryId),
    );
    await this.ledger.recordMany(
      manager,
      retracted.map(({ id, entryId }) => ({
        kind: 'landing-intent-retracted',
        subject: { entry: entryId, intent: id },
        body: { actor: act.actor },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
  }

  /**
   * Accepts the declarations that submitted entries now stand with: a ledger event for each, and a pending row from
   * which the worker computes the rule's suggestion.
   */
  async accept(manager: EntityManager, entryIds: readonly string[], act: EntryAct): Promise<void> {
    const rows = await manager.query<{ entry_id: string; id: string }[]>(
      `select entry_id, id from landing_intents where entry_id = any ($1) and withdrawn_at is null order by entry_id`,
      [entryIds],
    );
    await this.askSuggestions(
      manager,
      rows.map((row) => row.entry_id),
    );
    await this.ledger.recordMany(
      manager,
      rows.map((row) => ({
        kind: 'landing-intent-declared',
        subject: { entry: row.entry_id, intent: row.id },
        body: { actor: act.actor },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
  }

  /** The declaration that stands for an entry, or null. */
  async declared(
    entryId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Required<LandingDeclaration> | null> {
    const rows = await manager.query<Required<LandingDeclaration>[]>(
      `select way, districts, investment_yuan as "investmentYuan", timetable_months as "timetableMonths", needs,
         local_partner as "localPartner"
       from landing_intents where entry_id = $1 and withdrawn_at is null`,
      [entryId],
    );
    return rows[0] ?? null;
  }

  /** Whether a declaration stands for the entry of this public id. */
  async isDeclared(manager: EntityManager, publicId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `select from landing_intents i join entries e on e.id = i.entry_id where e.public_id = $1 and i.withdrawn_at is null`,
      [publicId],
    );
    return rows.length > 0;
  }

  private async askSuggestions(manager: EntityManager, entryIds: readonly string[]): Promise<void> {
    await manager.query(
      `insert into pending_landing_suggestions (id, entry_id) select * from unnest($1::uuid[], $2::uuid[])`,
      [entryIds.map(() => uuidv7()), entryIds],
    );
  }
}
