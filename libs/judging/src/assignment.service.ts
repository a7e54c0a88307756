import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { Act } from '#contest';
import { LedgerService, type LedgerAct } from '#ledger';

export interface AssignmentPair {
  readonly stageEntryId: string;
  readonly judgeId: string;
}

export interface CreatedAssignment extends AssignmentPair {
  readonly id: string;
  readonly publicId: string;
}

const batchSize = 2000;

/** Gives judges their entries under names that say nothing: a random public id, and a shuffled place in their queue. */
@Injectable()
export class AssignmentService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * Assigns pairs of one stage; a pair that stands already is left as it is, one that was taken away stands again, and one
   * that a conflict of interest keeps apart is left out. One ledger event a judge.
   *
   * @param pick a whole number from 0 to below its argument, for the shuffle; default: the system's randomness
   * @returns the assignments made now
   */
  async assign(
    manager: EntityManager,
    stageId: string,
    pairs: readonly AssignmentPair[],
    act: Act,
    pick: (below: number) => number = (below) => randomInt(below),
  ): Promise<CreatedAssignment[]> {
    const lastPosition = await this.lastPositions(manager, stageId, pairs);
    const created: CreatedAssignment[] = [];
    const shuffled = shuffle(pairs, pick);
    for (let start = 0; start < shuffled.length; start += batchSize) {
      const batch = shuffled.slice(start, start + batchSize);
      const positions = batch.map(({ judgeId }) => {
        const position = (lastPosition.get(judgeId) ?? 0) + 1;
        lastPosition.set(judgeId, position);
        return position;
      });
      const rows = await manager.query<CreatedAssignment[]>(
        `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
         select g.id, g.public_id, $1, g.stage_entry_id, g.judge_id, g.position
           from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[])
             as g (id, public_id, stage_entry_id, judge_id, position)
           join stage_entries x on x.id = g.stage_entry_id
          where not has_conflict(g.judge_id, x.entry_id)
         on conflict (stage_entry_id, judge_id) do update set voided_at = null, void_reason = null
           where assignments.void_reason = 'reassigned'
         returning id, public_id as "publicId", stage_entry_id as "stageEntryId", judge_id as "judgeId"`,
        [
          ...[stageId, batch.map(() => uuidv7()), batch.map(() => uuidv4())],
          ...[batch.map(({ stageEntryId }) => stageEntryId), batch.map(({ judgeId }) => judgeId), positions],
        ],
      );
      created.push(...rows);
    }
    await this.ledger.recordMany(manager, eventsOf('judge-assigned', stageId, created, act));
    return created;
  }

  /**
   * Takes standing assignments of one stage away again where their judges have begun nothing; one ledger event a judge.
   * The caller holds the stage, so that no sheet arrives meanwhile; a judge who types waits for the outcome.
   *
   * @returns the assignments taken away, in no order
   */
  async unassign(
    manager: EntityManager,
    stageId: string,
    pairs: readonly AssignmentPair[],
    act: Act,
  ): Promise<CreatedAssignment[]> {
    // Held first: a draft that is being saved is waited for, and seen by the statement after.
    const held = await manager.query<{ id: string }[]>(
      `select a.id from assignments a
         join unnest($2::uuid[], $3::uuid[]) as g (stage_entry_id, judge_id)
           on a.stage_entry_id = g.stage_entry_id and a.judge_id = g.judge_id
        where a.stage_id = $1 and a.voided_at is null order by a.id for no key update of a`,
      [stageId, pairs.map(({ stageEntryId }) => stageEntryId), pairs.map(({ judgeId }) => judgeId)],
    );
    const [taken] = await manager.query<[CreatedAssignment[], number]>(
      `update assignments a set voided_at = clock_timestamp(), void_reason = 'reassigned'
        where a.id = any ($1)
          and not exists (select from drafts d where d.assignment_id = a.id and d.scores is not null)
          and not exists (select from score_sheets x where x.assignment_id = a.id)
        returning a.id, a.public_id as "publicId", a.stage_entry_id as "stageEntryId", a.judge_id as "judgeId"`,
      [held.map(({ id }) => id)],
    );
    await this.ledger.recordMany(manager, eventsOf('judge-unassigned', stageId, taken, act));
    return taken;
  }

  private async lastPositions(
    manager: EntityManager,
    stageId: string,
    pairs: readonly AssignmentPair[],
  ): Promise<Map<string, number>> {
    const judges = [...new Set(pairs.map(({ judgeId }) => judgeId))];
    const rows = await manager.query<{ judge_id: string; last: number }[]>(
      `select judge_id, max(position) as last from assignments
        where stage_id = $1 and judge_id = any ($2) group by judge_id`,
      [stageId, judges],
    );
    return new Map(rows.map(({ judge_id: judge, last }) => [judge, last]));
  }
}

function shuffle<T>(values: readonly T[], pick: (below: number) => number): T[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = pick(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

function eventsOf(
  kind: 'judge-assigned' | 'judge-unassigned',
  stage: string,
  created: readonly CreatedAssignment[],
  act: Act,
): LedgerAct[] {
  const byJudge = new Map<string, string[]>();
  for (const { judgeId, id } of created) byJudge.set(judgeId, [...(byJudge.get(judgeId) ?? []), id]);
  return [...byJudge].map(([judge, assignments]) => ({
    kind,
    subject: { judge, stage },
    body: { actor: act.actor, assignments: assignments.sort((left, right) => (left < right ? -1 : 1)) },
    ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
  }));
}
