import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, hashTallyInputs, stageTally } from '#domain';
import { EventsService } from '#events';
import { LedgerService } from '#ledger';
import { completeRun, replaceRows, type ComputedTally } from './tally-completion.js';
import { compareWithShadow } from './shadow/compare-with-shadow.js';
import { planForShadow, readShadow } from './shadow/read-shadow.js';
import { SheetScores } from './sheet-scores.js';
import { tallyFailpointToken, type TallyFailpoint } from './tally-failpoint.js';
import { TallyHeartbeat } from './tally-heartbeat.js';
import { TallyRunStore, type ClaimedRun } from './tally-run.store.js';
import { readSnapshot, type TallySnapshot } from './tally-snapshot.js';

export type TallyOutcome =
  /** Nothing waits to be tallied. */
  | { readonly state: 'idle' }
  /** Another worker computes this stage now; what is pending waits for its end or for the clock. */
  | { readonly state: 'busy' }
  /** `dependents`: stages whose result rests on this one and must be tallied again. */
  | {
      readonly state: 'completed';
      readonly fence: number;
      readonly outputsHash: string;
      readonly dependents: readonly string[];
    };

/** Computes a stage's ranking: a fenced run from one snapshot, checked by its shadow, written in one transaction. */
@Injectable()
export class TallyService {
  private readonly failpoint: TallyFailpoint;
  private readonly scores = new SheetScores();

  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: TallyRunStore,
    private readonly ledger: LedgerService,
    private readonly events: EventsService,
    @Optional() @Inject(tallyFailpointToken) failpoint: TallyFailpoint | null,
  ) {
    this.failpoint = failpoint ?? (() => undefined);
  }

  /**
   * Delivered twice, killed anywhere or run elsewhere: the same rows and hash for the same inputs.
   *
   * @throws DomainError `tally-fenced` when the run was taken for dead; whatever else kept it from being computed is
   *   recorded as the run's failure and thrown
   */
  async run(stageId: string): Promise<TallyOutcome> {
    if (!(await this.runs.hasWork(stageId))) return { state: 'idle' };
    this.failpoint('before-claim');
    const run = await this.runs.claim(stageId);
    if (run === null) return { state: (await this.runs.hasWork(stageId)) ? 'busy' : 'idle' };
    this.failpoint('after-claim');
    const heartbeat = new TallyHeartbeat(this.runs, run);
    try {
      const computed = await this.compute(stageId);
      const { at, dependents } = await this.complete(run, computed);
      this.failpoint('after-commit');
      await this.events.notify({ topic: 'stage', stageId, fence: run.fence, at });
      return { state: 'completed', fence: run.fence, outputsHash: computed.result.outputsHash, dependents };
    } catch (error) {
      await this.recordFailure(run, error);
      throw error;
    } finally {
      heartbeat.stop();
    }
  }

  private async compute(stageId: string): Promise<ComputedTally> {
    const computed = await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      await planForShadow(manager);
      this.failpoint('in-snapshot');
      const snapshot = await readSnapshot(manager, stageId, this.scores);
      this.failpoint('after-inputs-read');
      // The database computes the shadow while this process computes the tally.
      const tallied = afterSending().then(() => tallyOf(snapshot));
      const [shadowRows, tally] = await Promise.all([
        readShadow(manager, stageId, snapshot.rules, async () => (await tallied).result.variance),
        tallied,
      ]);
      this.failpoint('after-shadow');
      return { snapshot, ...tally, shadow: compareWithShadow(snapshot.rules, tally.result, shadowRows) };
    });
    this.failpoint('after-compute');
    return computed;
  }

  private complete(run: ClaimedRun, computed: ComputedTally): Promise<{ at: number; dependents: string[] }> {
    return this.dataSource.transaction(async (manager) => {
      const at = await completeRun(manager, run, computed);
      this.failpoint('after-completion');
      const hasChanged = await this.hasChanged(manager, run);
      await replaceRows(manager, run, computed, this.failpoint);
      const dependents = hasChanged ? await this.markDependents(manager, run.stageId) : [];
      await this.record(manager, run, computed);
      this.failpoint('before-commit');
      return { at, dependents };
    });
  }

  /** Whether this run's result is another than that of the run before. */
  private async hasChanged(manager: EntityManager, run: ClaimedRun): Promise<boolean> {
    const rows = await manager.query<{ same: boolean }[]>(
      `select r.outputs_hash = b.outputs_hash as same
         from tally_runs r, lateral (select outputs_hash from tally_runs x where x.stage_id = r.stage_id
           and x.state = 'completed' and x.fence < r.fence order by x.fence desc limit 1) b
        where r.id = $1`,
      [run.id],
    );
    return rows[0]?.same !== true;
  }

  private async markDependents(manager: EntityManager, stageId: string): Promise<string[]> {
    const rows = await manager.query<{ stage_id: string }[]>(
      `insert into pending_tallies (id, stage_id)
       select gen_random_uuid(), s.id from stages s
        where s.previous_stage_id = $1 and exists (select 1 from assignments a where a.stage_id = s.id)
       returning stage_id`,
      [stageId],
    );
    return rows.map(({ stage_id: dependent }) => dependent);
  }

  /** A run of a closed stage is kept in the ledger; the many of a stage still being judged are replaced by the next. */
  private async record(manager: EntityManager, run: ClaimedRun, computed: ComputedTally): Promise<void> {
    const closed = await manager.query<unknown[]>(
      `select 1 from windows w where w.stage_id = $1 and w.kind = 'judging' and not window_is_open(w, now())`,
      [run.stageId],
    );
    if (closed.length === 0) return;
    const { result, inputsHash, snapshot, shadow } = computed;
    await this.ledger.record(manager, {
      kind: 'tally-completed',
      subject: { stage: run.stageId, run: run.id },
      body: {
        fence: run.fence,
        sheets: snapshot.sheets.length,
        rulesHash: snapshot.rulesHash,
        inputsHash,
        outputsHash: result.outputsHash,
        shadow: shadow.verdict,
      },
    });
  }

  private async recordFailure(run: ClaimedRun, error: unknown): Promise<void> {
    if (error instanceof DomainError && error.code === 'tally-fenced') return;
    // The database itself may be what failed: the run then dies by its missing beat.
    await this.runs.fail(run, error instanceof Error ? error.message : String(error)).catch(() => undefined);
  }
}

/** Lets the statement just given to the driver leave this process before the processor is taken. */
function afterSending(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function tallyOf({ rules, sheets, context, rulesHash }: TallySnapshot): Pick<ComputedTally, 'result' | 'inputsHash'> {
  return { result: stageTally(rules, sheets, context), inputsHash: hashTallyInputs(rulesHash, sheets, context) };
}
