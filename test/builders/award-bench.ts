import { v7 as uuidv7 } from 'uuid';
import { TallyService } from '#scoring';
import { type Asker, startApi, type TestApi } from './api.js';
import { type JudgingBench, startJudgingBench } from './judging-bench.js';
import { createStage, type JudgingStage, stageRules } from './judging-stage.js';

export interface Tier {
  readonly key: string;
  readonly quota: number;
  readonly minimumScore?: string;
}

export interface Frozen {
  publicId: string;
  number: number;
  hash: string;
}

export interface Problem {
  code: string;
  details: { blockers: { code: string; rank: number | null; entries: number[] }[] };
}

/** Stages that are judged, tallied and awarded over HTTP. */
export class AwardBench {
  private constructor(
    readonly judging: JudgingBench,
    readonly api: TestApi,
  ) {}

  static async start(): Promise<AwardBench> {
    const judging = await startJudgingBench();
    return new AwardBench(judging, await startApi({}, judging.database));
  }

  get dataSource(): JudgingBench['dataSource'] {
    return this.judging.dataSource;
  }

  /** A stage of as many entries as scores, whose three judges give every criterion of entry n the score `scores[n]`. */
  async judgedStage(scores: readonly string[], tiers: readonly Tier[]): Promise<JudgingStage> {
    const stage = await createStage(this.dataSource, { entries: scores.length, rules: stageRules({ tieLadder: [] }) });
    for (const [position, tier] of tiers.entries()) {
      await this.dataSource.query(
        `insert into award_tiers (id, edition_id, stage_id, key, name_zh, name_en, position, quota, minimum_score)
         values ($1, $2, $3, $4, $4, $4, $5, $6, $7)`,
        [uuidv7(), stage.editionId, stage.stageId, tier.key, position, tier.quota, tier.minimumScore ?? null],
      );
    }
    await this.dataSource.query(
      `insert into team_members (id, entry_id, role, name, position)
       select gen_random_uuid(), id, 'lead', 'Lead of ' || number, 1 from entries where edition_id = $1`,
      [stage.editionId],
    );
    for (const [index, { entry }] of stage.assignments.entries()) {
      await this.judging.submit(stage, index, scores[entry] as string);
    }
    return stage;
  }

  async close(stage: JudgingStage): Promise<void> {
    await this.dataSource.query('update windows set closed_at = now() where stage_id = $1', [stage.stageId]);
  }

  async tally(stage: JudgingStage): Promise<void> {
    await this.judging.module.get(TallyService).run(stage.stageId);
  }

  /** A person of the edition's office. */
  office(stage: JudgingStage, mayApprove = true): Promise<Asker> {
    return this.api.person({ role: 'organiser', editionId: stage.editionId, mayApprove });
  }

  async frozenList(
    scores: readonly string[],
    tiers: readonly Tier[],
  ): Promise<{ stage: JudgingStage; first: Asker; list: Frozen }> {
    const stage = await this.judgedStage(scores, tiers);
    await this.close(stage);
    await this.tally(stage);
    const first = await this.office(stage);
    const list = (await first.post<Frozen>(listsOf(stage), {})).body;
    return { stage, first, list };
  }

  /** Something waits to be tallied, as after an act that changes nothing. */
  async mark(stage: JudgingStage): Promise<void> {
    await this.dataSource.query('insert into pending_tallies (id, stage_id) values ($1, $2)', [
      uuidv7(),
      stage.stageId,
    ]);
  }

  async stop(): Promise<void> {
    await this.api.app.close();
    await this.judging.close();
  }
}

export const listsOf = (stage: JudgingStage): string => `/api/v1/editions/${stage.slug}/award-lists`;
