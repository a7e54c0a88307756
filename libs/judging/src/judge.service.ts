import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Act } from '#contest';
import type { JudgeKind } from '#domain';
import { assertNoCompetitor } from '#identity';
import { LedgerService } from '#ledger';
import { RosterService } from './roster/roster.service.js';

export interface NewJudge {
  /** Null for one who has no account, as in a past edition. */
  readonly userId: string | null;
  /** Null where nobody has said it yet. */
  readonly kind: JudgeKind | null;
}

/** Judges of editions: rows without names, which stand in `users` alone. None judges before the roster has them. */
@Injectable()
export class JudgeService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly roster: RosterService,
  ) {}

  /**
   * Whoever is new is proposed for the roster.
   *
   * @returns ids in the order given; a user who judges in this edition already keeps the row
   * @throws DomainError `judge-and-team` where one is of a team of the edition
   */
  async register(manager: EntityManager, editionId: string, judges: readonly NewJudge[], act: Act): Promise<string[]> {
    const accounts = judges.flatMap(({ userId }) => userId ?? []);
    await assertNoCompetitor(manager, editionId, accounts);
    const ids = judges.map(() => uuidv7());
    const rows = await manager.query<{ id: string; is_new: boolean }[]>(
      `with given as (
         select * from unnest($2::uuid[], $3::uuid[], $4::text[]) with ordinality as g (id, user_id, kind, position)
       ), added as (
         insert into judges (id, edition_id, user_id, kind) select id, $1, user_id, kind from given
         on conflict (edition_id, user_id) do nothing returning id, user_id
       )
       select coalesce(a.id, j.id) as id, a.id is not null as is_new
         from given g
         left join added a on a.id = g.id
         left join judges j on j.edition_id = $1 and j.user_id = g.user_id
        order by g.position`,
      [editionId, ids, judges.map(({ userId }) => userId), judges.map(({ kind }) => kind)],
    );
    const registered = rows.map(({ id, is_new: isNew }, index) => ({ id, isNew, ...(judges[index] as NewJudge) }));
    await this.ledger.recordMany(
      manager,
      registered
        .filter(({ isNew }) => isNew)
        .map(({ id, userId, kind }) => ({
          kind: 'judge-registered',
          subject: { edition: editionId, judge: id, ...(userId === null ? {} : { user: userId }) },
          body: { actor: act.actor, kind },
          ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
        })),
    );
    const added = registered.filter(({ isNew }) => isNew).map(({ id }) => id);
    await this.roster.propose(manager, { editionId, judgeIds: added, kind: 'addition' }, act);
    return rows.map(({ id }) => id);
  }

  /** Seats judges on panels; a seat taken already is kept. */
  async seat(
    manager: EntityManager,
    seats: readonly { readonly panelId: string; readonly judgeId: string }[],
    act: Act,
  ): Promise<void> {
    const seated = await manager.query<{ panel_id: string; judge_id: string }[]>(
      `insert into panel_judges (panel_id, judge_id) select * from unnest($1::uuid[], $2::uuid[])
       on conflict (panel_id, judge_id) do nothing
       returning panel_id, judge_id`,
      [seats.map(({ panelId }) => panelId), seats.map(({ judgeId }) => judgeId)],
    );
    await this.ledger.recordMany(
      manager,
      seated.map(({ panel_id: panel, judge_id: judge }) => ({
        kind: 'judge-seated',
        subject: { panel, judge },
        body: { actor: act.actor },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
  }

  /** Takes the seats of these panels away from everybody who is not to keep one. */
  async unseat(
    manager: EntityManager,
    panelIds: readonly string[],
    kept: readonly { readonly panelId: string; readonly judgeId: string }[],
    act: Act,
  ): Promise<void> {
    const [left] = await manager.query<[{ panel_id: string; judge_id: string }[], number]>(
      `delete from panel_judges x where x.panel_id = any ($1) and not exists (
         select from unnest($2::uuid[], $3::uuid[]) as g (panel_id, judge_id)
          where g.panel_id = x.panel_id and g.judge_id = x.judge_id)
       returning panel_id, judge_id`,
      [panelIds, kept.map(({ panelId }) => panelId), kept.map(({ judgeId }) => judgeId)],
    );
    await this.ledger.recordMany(
      manager,
      left.map(({ panel_id: panel, judge_id: judge }) => ({
        ...{ kind: 'judge-unseated' as const, subject: { panel, judge }, body: { actor: act.actor } },
      })),
    );
  }
}
