import { describe, expect, it, jest } from '@jest/globals';
import { hashTallyInputs } from '#domain';
import { analyse, type AnalysisJob, type AnalysisOutput } from '../../libs/scoring/src/analyse.js';
import { drawnStage } from '../builders/analysed-stage.js';

jest.setTimeout(60_000);

interface Built {
  readonly analyseApart: (job: AnalysisJob) => Promise<AnalysisOutput>;
}

/** The built module: run from its sources it makes no thread. */
const built = new URL('../../dist/libs/scoring/src/analyse-apart.js', import.meta.url).href;

function jobOf(entries: number): AnalysisJob {
  const { rules, sheets, context, details } = drawnStage({ entries, judges: 12, panel: 5, seed: 3 });
  const rulesHash = '00'.repeat(32);
  const inputsHash = hashTallyInputs(rulesHash, sheets, context);
  return { rules, rulesHash, sheets, context, groups: {}, details: { ...details, inputsHash } };
}

describe('an analysis in a thread of its own', () => {
  it('gives the document that is computed here, while this process goes on', async () => {
    const { analyseApart } = (await import(built)) as Built;
    const job = jobOf(80);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const output = await analyseApart(job);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(output.hash).toBe(analyse(job).hash);
  });

  it('says why it could not be computed', async () => {
    const { analyseApart } = (await import(built)) as Built;
    const job = jobOf(10);
    const broken = { ...job.rules, method: { key: 'nonesuch' as 'mean', options: {} } };
    await expect(analyseApart({ ...job, rules: broken })).rejects.toThrow(/tally-option-invalid/);
  });
});
