import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AnalysisJob } from './analyse.js';
import { analyseApart } from './analyse-apart.js';
import { readAnalysisDetails } from './analysis-details.query.js';
import { AnalysisStore, type RunToAnalyse } from './analysis.store.js';
import { readSnapshot } from './tally-snapshot.js';

export type AnalysisOutcome =
  /** The newest run is analysed as far as can be. */
  | { readonly state: 'idle' }
  /** Something was submitted or changed since the run: the next run's analysis comes. */
  | { readonly state: 'outdated' }
  | { readonly state: 'completed'; readonly hash: string; readonly hasClosed: boolean; readonly milliseconds: number };

/** Computes what is known of a stage beside its ranking, after a run and apart from it. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly analyses: AnalysisStore,
  ) {}

  /** Stages whose newest run is still to be analysed. */
  pendingStages(): Promise<string[]> {
    return this.analyses.pendingStages();
  }

  /**
   * Delivered twice or run elsewhere: the same document for the same run.
   *
   * @throws what kept it from being computed, after it was recorded as the analysis's failure
   */
  async run(stageId: string): Promise<AnalysisOutcome> {
    const read = await this.read(stageId);
    if (read === null) return { state: 'idle' };
    const from = performance.now();
    try {
      const output = await analyseApart(read.job);
      if (output.analysis === null) return { state: 'outdated' };
      await this.analyses.store(read.run, output, output.analysis);
      const { hash, milliseconds } = output;
      return { state: 'completed', hash, hasClosed: read.run.wantsClosed, milliseconds };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // The database itself may be what failed: then the clock asks again.
      await this.analyses.fail(read.run, reason, Math.round(performance.now() - from)).catch(() => undefined);
      throw error;
    }
  }

  private async read(stageId: string): Promise<{ readonly run: RunToAnalyse; readonly job: AnalysisJob } | null> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      const run = await this.analyses.toAnalyse(manager, stageId);
      if (run === null) return null;
      const { rules, rulesHash, sheets, context } = await readSnapshot(manager, stageId);
      const { groups, ...details } = await readAnalysisDetails(manager, stageId, rules);
      const { inputsHash, wantsClosed } = run;
      return {
        run,
        job: {
          ...{ rules, rulesHash, sheets, context, groups },
          details: { ...details, inputsHash, wantsClosed },
        },
      };
    });
  }
}
