import { describe, expect, it } from '@jest/globals';
import { drawnStage } from '../../../../test/builders/analysed-stage.js';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import type { TallySheet } from '../scoring/tally-input.js';
import { groupRanker } from './group-ranker.js';

const { sheets, context } = drawnStage({ entries: 15, judges: 9, panel: 5, seed: 7 });
const byEntry = (rows: readonly { readonly entry: string; readonly rank: number | null }[]) =>
  Object.fromEntries(rows.map(({ entry, rank }) => [entry, rank]));

/** The same sheets with some left out and some changed, step by step. */
const changes: ((sheets: readonly TallySheet[]) => TallySheet[])[] = [
  (all) => [...all],
  (all) => all.filter(({ judge }) => judge !== 'judge-3'),
  (all) => all.map((sheet, at) => (at % 7 === 0 ? { ...sheet, scores: lowest(sheet) } : sheet)),
  (all) => all.filter(({ entry }) => entry !== 'entry-00004'),
  (all) => all.filter((_, at) => at % 3 > 0),
  (all) => [...all],
];

function lowest({ scores }: TallySheet): TallySheet['scores'] {
  return scores.map((score) => ({ ...score, score: '0' }));
}

describe('ranking a group many times', () => {
  it.each([
    ['trimmed means', stageRules()],
    ['means', stageRules({ method: { key: 'mean', options: {} } })],
    ['medians on exact figures', stageRules({ method: { key: 'median', options: {} }, rankOn: 'exact' })],
    [
      'means beside another component',
      stageRules({
        method: { key: 'mean', options: {} },
        components: [
          { key: 'experts', share: '0.8' },
          { key: 'previous-stage', share: '0.2' },
        ],
      }),
    ],
  ])('gives for %s what computing everything anew gives', (_, rules) => {
    const previous = Object.fromEntries(
      (context.entries ?? []).map((entry, at) => [entry, `${60 + ((at * 7) % 20)}.25`]),
    );
    const whole = { ...context, previousStageScores: previous };
    const quick = groupRanker(rules, whole, true);
    const slow = groupRanker(rules, whole, false);
    for (const change of changes) {
      const changed = change(sheets);
      expect(byEntry(quick(changed))).toEqual(byEntry(slow(changed)));
    }
  });
});
