import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { defaultLandingRule, hashJson, suggestLandingIntent, type LandingSuggestion } from '#domain';
import { LedgerService } from '#ledger';

interface PendingRow {
  readonly entry_id: string;
  readonly pending: readonly string[];
  readonly way: string | null;
  readonly districts: readonly string[] | null;
  readonly investment_yuan: string | null;
  readonly timetable_months: number | null;
  readonly needs: readonly string[] | null;
  readonly local_partner: boolean | null;
  readonly was_suggested: boolean | null;
}

/** Pending rows taken in one transaction. */
const batchSize = 500;

/** The rule's opinion of who means to land, with its signals: recomputed at will, never published. */
@Injectable()
export class LandingSuggestionService {
  private readonly ruleHash = hashJson(defaultLandingRule);

  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** Editions in which a suggestion waits to be computed. */
  async pendingEditions(): Promise<string[]> {
    const rows = await this.dataSource.query<{ edition_id: string }[]>(
      `select distinct e.edition_id from pending_landing_suggestions p join entries e on e.id = p.entry_id`,
    );
    return rows.map((row) => row.edition_id);
  }

  /**
   * Computes what is pending in an edition. Only the pending rows that were seen are deleted, so that a declaration made
   * meanwhile is computed by the next run.
   *
   * @returns the number of entries computed
   */
  async run(editionId: string): Promise<number> {
    let computed = 0;
    for (;;) {
      const batch = await this.dataSource.transaction((manager) => this.computeBatch(manager, editionId));
      if (batch === 0) return computed;
      computed += batch;
    }
  }

  private async computeBatch(manager: EntityManager, editionId: string): Promise<number> {
    const rows = await this.takePending(manager, editionId);
    if (rows.length === 0) return 0;
    const opinions = rows.map((row) => ({ row, suggestion: opinionOf(row) }));
    await manager.query(
      `insert into landing_suggestions (entry_id, is_suggested, signals, rule_hash)
       select entry_id, is_suggested, signals::jsonb, decode($4, 'hex')
       from unnest($1::uuid[], $2::boolean[], $3::text[]) as given (entry_id, is_suggested, signals)
       on conflict (entry_id) do update set is_suggested = excluded.is_suggested, signals = excluded.signals,
         rule_hash = excluded.rule_hash, computed_at = now()`,
      [
        ...[rows.map((row) => row.entry_id), opinions.map(({ suggestion }) => suggestion.suggested)],
        ...[opinions.map(({ suggestion }) => JSON.stringify(suggestion)), this.ruleHash],
      ],
    );
    await manager.query(`delete from pending_landing_suggestions where id = any ($1)`, [
      rows.flatMap((row) => row.pending),
    ]);
    await this.recordChanges(manager, opinions);
    return rows.length;
  }

  /** The pending rows of up to so many entries, locked; those that another worker holds are passed over. */
  private async takePending(manager: EntityManager, editionId: string): Promise<PendingRow[]> {
    return manager.query<PendingRow[]>(
      `with taken as (
         select p.id, p.entry_id from pending_landing_suggestions p join entries e on e.id = p.entry_id
         where e.edition_id = $1 order by p.entry_id limit $2 for update of p skip locked
       ), by_entry as (select entry_id, array_agg(id) as pending from taken group by entry_id)
       select b.entry_id, b.pending, i.way, i.districts, i.investment_yuan, i.timetable_months, i.needs,
         i.local_partner, s.is_suggested as was_suggested
       from by_entry b
       left join landing_intents i on i.entry_id = b.entry_id and i.withdrawn_at is null
       left join landing_suggestions s on s.entry_id = b.entry_id`,
      [editionId, batchSize],
    );
  }

  /** An event where the rule's opinion is new or has changed; one that stays says nothing. */
  private async recordChanges(
    manager: EntityManager,
    opinions: readonly { row: PendingRow; suggestion: LandingSuggestion }[],
  ): Promise<void> {
    const changed = opinions.filter(({ row, suggestion }) => (row.was_suggested ?? false) !== suggestion.suggested);
    await this.ledger.recordMany(
      manager,
      changed.map(({ row, suggestion }) => ({
        kind: 'landing-intent-suggested',
        subject: { entry: row.entry_id },
        body: { suggested: suggestion.suggested, weight: suggestion.weight, rule: this.ruleHash },
      })),
    );
  }
}

function opinionOf(row: PendingRow): LandingSuggestion {
  return suggestLandingIntent({
    wayIn: row.way,
    districts: row.districts ?? [],
    investmentYuan: row.investment_yuan,
    timetable: row.timetable_months === null ? null : `${row.timetable_months} months`,
    needs: row.needs ?? [],
    localPartner: row.local_partner ? 'yes' : null,
  });
}
