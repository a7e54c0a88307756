import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import type { Act } from './act.js';

export interface NewStageEntry {
  readonly entryId: string;
  readonly stageId: string;
  readonly cameBy: 'registered' | 'advanced' | 'direct-entry' | 'promoted';
}

export interface StandingEntry {
  readonly id: string;
  readonly entryId: string;
  readonly entryNumber: number;
  readonly panelId: string | null;
}

/** An entry of a stage as a draw has it. */
export interface DrawnEntry {
  /** Of `stage_entries`. */
  readonly id: string;
  readonly panelId: string | null;
  /** From 1; null where none was drawn. */
  readonly place: number | null;
}

interface EnteredRow {
  readonly id: string;
  readonly entry_id: string;
  readonly stage_id: string;
  readonly edition_id: string;
  readonly came_by: NewStageEntry['cameBy'];
}

/** The only writer of `stage_entries`: which entries stand in which stage, on which panel, and how they left it. */
@Injectable()
export class StageEntryService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * Puts entries into stages. A panel takes the entries of the field group or track whose key it bears; where a stage
   * has one panel, that one takes all. An entry that already stands in the stage is left as it is. Each has an event of its
   * own, but for the advanced ones: the event of their advancement names them all.
   *
   * @returns ids of the new rows by entry id
   * @throws DomainError `not-found` where an entry's track does not lie below the stage's
   */
  async enter(
    manager: EntityManager,
    entries: readonly NewStageEntry[],
    act: Act,
  ): Promise<ReadonlyMap<string, string>> {
    await assertNoCalibration(manager, entries);
    const rows = await manager.query<EnteredRow[]>(
      `with recursive given as (
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as g (id, entry_id, stage_id, came_by)
       ), above as (
         select id as track_id, id as ancestor_id, parent_id from tracks
         where edition_id in (select edition_id from stages where id = any ($3))
         union all
         select a.track_id, t.id, t.parent_id from above a join tracks t on t.id = a.parent_id
       ), only_panel as (
         select stage_id, (array_agg(id))[1] as id from panels where stage_id = any ($3)
         group by stage_id having count(*) = 1
       )
       insert into stage_entries (id, edition_id, stage_id, entry_id, came_by, panel_id)
       select g.id, s.edition_id, s.id, e.id, g.came_by, coalesce(p.id, o.id)
       from given g
       join stages s on s.id = g.stage_id
       join entries e on e.id = g.entry_id and e.edition_id = s.edition_id
       join above a on a.track_id = e.track_id and a.ancestor_id = s.track_id
       join tracks t on t.id = e.track_id
       left join field_groups f on f.id = e.field_group_id
       left join panels p on p.stage_id = s.id and p.key = coalesce(
         (select x.key from panels x where x.stage_id = s.id and x.key = f.key), t.key)
       left join only_panel o on o.stage_id = s.id
       on conflict (stage_id, entry_id) do nothing
       returning id, entry_id, stage_id, edition_id, came_by`,
      [
        ...[entries.map(() => uuidv7()), entries.map(({ entryId }) => entryId)],
        ...[entries.map(({ stageId }) => stageId), entries.map(({ cameBy }) => cameBy)],
      ],
    );
    await this.recordAdmitted(manager, rows, act);
    if (rows.length < entries.length) await this.assertAllStand(manager, entries);
    return new Map(rows.map((row) => [row.entry_id, row.id]));
  }

  /** The first stages of an edition (none comes before them), each with the tracks whose entries it takes. */
  async firstStages(manager: EntityManager, editionId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.query<{ track_id: string; stage_id: string }[]>(
      `with recursive below as (
         select s.id as stage_id, s.track_id from stages s where s.edition_id = $1 and s.previous_stage_id is null
         union all
         select b.stage_id, t.id from below b join tracks t on t.parent_id = b.track_id
       ) select track_id, stage_id from below`,
      [editionId],
    );
    return new Map(rows.map((row) => [row.track_id, row.stage_id]));
  }

  /** Who stands in a stage, by entry number. */
  async standing(manager: EntityManager, stageId: string): Promise<StandingEntry[]> {
    return manager.query<StandingEntry[]>(
      `select x.id, x.entry_id as "entryId", e.number as "entryNumber", x.panel_id as "panelId"
       from stage_entries x join entries e on e.id = x.entry_id
       where x.stage_id = $1 and e.state = 'submitted' order by e.number`,
      [stageId],
    );
  }

  /** Ids of a stage's panels by their keys. */
  async panels(manager: EntityManager, stageId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.query<{ key: string; id: string }[]>(
      `select key, id from panels where stage_id = $1 order by position`,
      [stageId],
    );
    return new Map(rows.map(({ key, id }) => [key, id]));
  }

  /**
   * Keeps a stage from opening until the transaction ends.
   *
   * @throws DomainError `window-already-opened`
   */
  async assertUnopened(manager: EntityManager, stageId: string): Promise<void> {
    const rows = await manager.query<{ opened: boolean }[]>(
      `select opened_at is not null as opened from windows where stage_id = $1 for share`,
      [stageId],
    );
    if (rows[0]?.opened) throw new DomainError('window-already-opened', { stage: stageId });
  }

  /**
   * Takes an entry out of a stage as if it had never come.
   *
   * @throws DomainError `window-already-opened`; `direct-entry-used` where judges are assigned to it, `not-found`
   */
  async takeBack(manager: EntityManager, stageId: string, entryId: string): Promise<void> {
    await this.assertUnopened(manager, stageId);
    const rows = await manager.query<{ id: string; used: boolean }[]>(
      `select x.id, exists (select from assignments a where a.stage_entry_id = x.id) as used
       from stage_entries x where x.stage_id = $1 and x.entry_id = $2 and x.came_by = 'direct-entry' for update of x`,
      [stageId, entryId],
    );
    if (!rows[0]) throw new DomainError('not-found', { stage: stageId });
    if (rows[0].used) throw new DomainError('direct-entry-used');
    await manager.query('delete from stage_entries where id = $1', [rows[0].id]);
  }

  /** Marks the outcome of an entry that leaves a stage; null takes it back. */
  async leave(
    manager: EntityManager,
    stageId: string,
    entryIds: readonly string[],
    outcome: 'advanced' | 'not-advanced' | 'retired' | 'forfeit' | null,
  ): Promise<void> {
    await manager.query(`update stage_entries set outcome = $3 where stage_id = $1 and entry_id = any ($2)`, [
      ...[stageId, entryIds, outcome],
    ]);
  }

  /** Puts entries of a stage into the panels that were drawn for them; the draw has the event. */
  async drawPanels(manager: EntityManager, stageId: string, drawn: readonly DrawnEntry[]): Promise<void> {
    await manager.query(
      `update stage_entries x set panel_id = g.panel_id from unnest($2::uuid[], $3::uuid[]) as g (id, panel_id)
        where x.id = g.id and x.stage_id = $1 and x.panel_id is distinct from g.panel_id`,
      [stageId, drawn.map(({ id }) => id), drawn.map(({ panelId }) => panelId)],
    );
  }

  /** Gives entries of a stage the order of appearance that was drawn, and the others none; the draw has the event. */
  async drawOrder(manager: EntityManager, stageId: string, drawn: readonly DrawnEntry[]): Promise<void> {
    await manager.query('update stage_entries set appearance_order = null where stage_id = $1', [stageId]);
    await manager.query(
      `update stage_entries x set appearance_order = g.place from unnest($2::uuid[], $3::integer[]) as g (id, place)
        where x.id = g.id and x.stage_id = $1`,
      [stageId, drawn.map(({ id }) => id), drawn.map(({ place }) => place)],
    );
  }

  private async recordAdmitted(manager: EntityManager, rows: readonly EnteredRow[], act: Act): Promise<void> {
    await this.ledger.recordMany(
      manager,
      rows
        .filter(({ came_by: cameBy }) => cameBy !== 'advanced')
        .map((row) => ({
          kind: 'entry-admitted',
          subject: { edition: row.edition_id, stage: row.stage_id, entry: row.entry_id },
          body: { actor: act.actor, cameBy: row.came_by },
          ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
        })),
    );
  }

  private async assertAllStand(manager: EntityManager, entries: readonly NewStageEntry[]): Promise<void> {
    const missing = await manager.query<{ entry_id: string }[]>(
      `select g.entry_id from unnest($1::uuid[], $2::uuid[]) as g (entry_id, stage_id)
       where not exists (select from stage_entries x where x.entry_id = g.entry_id and x.stage_id = g.stage_id) limit 1`,
      [entries.map(({ entryId }) => entryId), entries.map(({ stageId }) => stageId)],
    );
    if (missing[0]) throw new DomainError('not-found', { entry: missing[0].entry_id, reason: 'track-outside-stage' });
  }
}

/** @throws DomainError `calibration-of-stage`: what every judge of a stage scores beforehand is no entry of it */
async function assertNoCalibration(manager: EntityManager, entries: readonly NewStageEntry[]): Promise<void> {
  const [barred] = await manager.query<{ number: number }[]>(
    `select e.number from unnest($1::uuid[], $2::uuid[]) as g (entry_id, stage_id)
       join calibration_entries c on c.entry_id = g.entry_id and c.stage_id = g.stage_id and c.removed_at is null
       join entries e on e.id = g.entry_id limit 1`,
    [entries.map(({ entryId }) => entryId), entries.map(({ stageId }) => stageId)],
  );
  if (barred) throw new DomainError('calibration-of-stage', { entry: barred.number });
}
