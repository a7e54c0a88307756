import { describe, expect, it } from '@jest/globals';
import { type DrawnStage, drawnStage } from '../../../../test/builders/analysed-stage.js';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import type { StageRules } from '../contest/stage-rules.js';
import { withheldReasons } from '../reliability/floors.js';
import { fitFixedEffects } from '../severity/fixed-effects.js';
import { sheetDesign } from '../severity/sheet-design.js';
import { estimateWithoutErrors } from '../uncertainty/estimate-without-errors.js';
import { expectedRanks } from '../uncertainty/expected-ranks.js';
import { rankWithheldReasons } from '../uncertainty/rank-figure.js';
import { type AnalysisWithheldReason, analysisWithheldReasons } from './analysis-figure.js';
import { analysisWithheldTexts } from './analysis-withheld-texts.js';
import { stageAnalysis } from './stage-analysis.js';

const codes = [...new Set([...withheldReasons, ...rankWithheldReasons, ...analysisWithheldReasons])];

const analysed = ({ rules, sheets, context, details }: DrawnStage) => stageAnalysis(rules, sheets, context, details);
const stage = (entries: number, judges: number, changes: Partial<StageRules> = {}, panel = judges): DrawnStage => {
  const rules = stageRules({ panel: { size: panel, floor: 1 }, ...changes });
  const drawn = drawnStage({ entries, judges, panel, seed: 4 }, rules);
  // Only figures of lines need one, and they take the longest.
  return { ...drawn, details: { ...drawn.details, lines: {} } };
};
const withLine = (drawn: DrawnStage): DrawnStage => ({
  ...drawn,
  details: { ...drawn.details, lines: { '': [{ after: 3, kind: 'award-tier', key: 'first' }] } },
});
const mean: Partial<StageRules> = { method: { key: 'mean', options: {} } };
const borda: Partial<StageRules> = { method: { key: 'borda', options: {} } };

const numberOf = (id: string) => Number(id.slice(6));

/** The same stage with other scores: by number of the entry and of the judge. */
const rescored = (drawn: DrawnStage, points: (entry: number, judge: number) => number): DrawnStage => ({
  ...drawn,
  sheets: drawn.sheets.map(({ entry, judge }) => ({
    ...{ entry, judge },
    scores: [
      { criterion: 'innovation', score: String(points(numberOf(entry), numberOf(judge))) },
      { criterion: 'market', score: '30' },
    ],
  })),
});

/** Judges 0 to 2 score the first twelve entries, 4 to 6 the others, and judge 3 all of them where `isBridged`. */
const halves = (drawn: DrawnStage, isBridged: boolean): DrawnStage => ({
  ...drawn,
  sheets: drawn.sheets.filter(({ entry, judge }) => {
    const number = numberOf(judge);
    return number === 3 ? isBridged : numberOf(entry) < 12 === number < 3;
  }),
});

const countryOf = (drawn: DrawnStage, isOwn: (entry: number) => boolean): DrawnStage => ({
  ...drawn,
  details: {
    ...drawn.details,
    attributes: {
      'country-or-region': Object.fromEntries(
        (drawn.context.entries ?? []).map((entry, at) => [entry, isOwn(at) ? 'DE' : 'CN']),
      ),
      'nominating-body': {},
    },
  },
});

/** Something that is withheld for each reason. */
const examples: Readonly<Record<AnalysisWithheldReason, () => unknown>> = {
  'too-few-entries': () => analysed(stage(6, 4, mean)),
  'too-few-judges': () => analysed(stage(8, 2, mean)),
  'too-few-judge-sheets': () => analysed(stage(4, 3, mean)),
  'too-few-sheets-on-a-side': () => analysed(countryOf(stage(20, 5, mean), (entry) => entry < 3)),
  'too-few-degrees-of-freedom': () => analysed(stage(10, 3, mean)),
  'too-few-sheets': () => analysed(stage(12, 4, mean, 2)),
  'panels-not-crossed': () => analysed(stage(12, 5, mean, 3)),
  'variance-not-estimated': () => analysed(stage(12, 4, mean, 1)),
  'no-differences': () => analysed(rescored(stage(12, 4, mean), () => 20)),
  'no-residual-variance': () => analysed(rescored(stage(12, 5, mean), (entry, judge) => entry + judge)),
  'order-not-recorded': () => {
    const drawn = stage(12, 4, mean);
    return analysed({ ...drawn, details: { ...drawn.details, sheetTimes: [] } });
  },
  // One judge alone connects the halves: kinder to one of them cannot be told from its being better.
  'not-separable': () => analysed(countryOf(halves(stage(24, 7, mean), true), (entry) => entry < 12)),
  'error-unknown': () => analysed(stage(8, 3, { method: { key: 'copeland', options: {} } })),
  'too-many-entries': () => {
    const entries = Array.from({ length: 5001 }, (_, entry) => String(entry));
    return expectedRanks(estimateWithoutErrors(entries, Float64Array.from(entries, Number)));
  },
  'not-comparable': () => {
    const { sheets } = halves(stage(24, 7), false);
    const totals = sheets.map(({ entry, judge, scores }) => ({ entry, judge, total: Number(scores[0]?.score) }));
    return expectedRanks(fitFixedEffects(sheetDesign(totals)).estimate);
  },
  'too-much-work': () => analysed(withLine(stage(60, 7, borda))),
  'not-on-the-scale': () =>
    analysed(withLine(stage(8, 5, { method: { key: 'trimmed-mean', options: { trim: 1, trimBy: 'criterion' } } }))),
  'no-line': () => analysed(stage(8, 3, mean)),
};

/** Every `reason` anywhere in a value. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    key === 'reason' && typeof part === 'string' ? [part] : reasonsIn(part),
  );
}

describe.each(codes)('what is withheld as %s', (code) => {
  it('is reached', () => {
    expect(reasonsIn(examples[code]())).toContain(code);
  });

  it('says in both languages what is lacking and what to do', () => {
    const { zh, en } = analysisWithheldTexts[code];
    expect(zh).toMatch(/^[^；]*[\u4e00-\u9fa5][^；]*；[^；]+。$/);
    expect(en).toMatch(/^Withheld: [^;]+; [^;]+\.$/);
  });
});
