import type { DataSource } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { JudgingStage } from '../../builders/judging-stage.js';

export interface Seats {
  /** An entry's judges. */
  readonly seats: number;
  /** Who take their turns at the entries; the judge after them reads the first entries for the wall. */
  readonly judges: number;
  readonly wallEntries: number;
}

/** Gives each entry its judges in turn, so that everybody has as many as everybody else. */
export async function assignSeats(
  dataSource: DataSource,
  stage: JudgingStage,
  { seats, judges, wallEntries }: Seats,
): Promise<JudgingStage> {
  const inTurn = stage.entryIds.flatMap((_, entry) =>
    Array.from({ length: seats }, (_seat, seat) => ({ entry, judge: (entry * seats + seat) % judges })),
  );
  const forWall = Array.from({ length: wallEntries }, (_, entry) => ({ entry, judge: judges }));
  const assignments = [...inTurn, ...forWall].map((pair) => ({ id: uuidv7(), publicId: uuidv4(), ...pair }));
  await dataSource.query(
    `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
     select id, public_id, $1, entry, judge, position
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[]) as g (id, public_id, entry, judge, position)`,
    [
      ...[stage.stageId, assignments.map(({ id }) => id), assignments.map(({ publicId }) => publicId)],
      ...[assignments.map(({ entry }) => stage.stageEntryIds[entry])],
      ...[assignments.map(({ judge }) => stage.judgeIds[judge]), assignments.map(({ entry }) => entry + 1)],
    ],
  );
  return { ...stage, assignments };
}
