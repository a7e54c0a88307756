import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import type { StageRules } from '../contest/stage-rules.js';
import { stageTally } from './stage-tally.js';
import type { StageTallyContext } from './stage-tally-types.js';
import type { TallySheet } from './tally-input.js';

/** One line a sheet: entry, judge, innovation, market. */
function sheetsOf(drawing: string): TallySheet[] {
  return drawing
    .trim()
    .split('\n')
    .map((line) => {
      const [entry = '', judge = '', innovation = '', market = ''] = line.trim().split(/\s+/);
      const scores = [
        { criterion: 'innovation', score: innovation },
        { criterion: 'market', score: market },
      ];
      return { entry, judge, scores };
    });
}

/** Three equal sheets of each entry, so that its score is innovation + market. */
const panelOf = (entry: string, innovation: string, market: string) =>
  sheetsOf(['j1', 'j2', 'j3'].map((judge) => `${entry} ${judge} ${innovation} ${market}`).join('\n'));

const places = (rules: StageRules, sheets: readonly TallySheet[], context?: StageTallyContext) =>
  stageTally(rules, sheets, context).rows.map(
    ({ entry, rank, score, tie }) =>
      `${entry} ${rank ?? '-'} ${score ?? '-'}${tie ? ` of ${tie.size} ${tie.resolvedBy ?? `? ${tie.nextStep ?? ''}`.trim()}` : ''}`,
  );

describe('the tally of a stage', () => {
  it('drops the highest and the lowest of five sheets and rounds to two decimals', () => {
    const sheets = sheetsOf(`
      A j1 40 60
      A j2 30 45.5
      A j3 30 46
      A j4 30 46
      A j5 0 0`);
    expect(stageTally(stageRules(), sheets).rows).toMatchObject([
      { entry: 'A', rank: 1, score: '75.83', exact: { numerator: '455', denominator: '6' }, sheets: 5, tie: null },
    ]);
  });

  it('takes the mean below five, and shows an entry below the floor as insufficient with its reason', () => {
    const sheets = sheetsOf(`
      A j1 40 60
      A j2 40 50
      A j3 40 50
      B j1 40 60
      B j2 40 60`);
    expect(stageTally(stageRules(), sheets, { entries: ['A', 'B', 'C'] }).rows).toMatchObject([
      { entry: 'A', rank: 1, score: '93.33' },
      { entry: 'B', rank: null, score: null, sheets: 2, outcome: 'insufficient', reason: 'below-panel-floor' },
      { entry: 'C', rank: null, score: null, sheets: 0, outcome: 'insufficient', reason: 'below-panel-floor' },
    ]);
  });

  it('leaves criteria that are only recorded out of the score', () => {
    const rules = stageRules();
    const criteria = [...rules.rubric.criteria, criterion('investment', '10', { counted: false })];
    const sheets = panelOf('A', '30', '40').map((sheet) => ({
      ...sheet,
      scores: [...sheet.scores, { criterion: 'investment', score: '10' }],
    }));
    const [row] = stageTally({ ...rules, rubric: { ...rules.rubric, criteria } }, sheets).rows;
    expect(row).toMatchObject({ score: '70.00', criteria: { innovation: '30', market: '40' } });
    const unknown = sheets.map((sheet) => ({ ...sheet, scores: [...sheet.scores, { criterion: 'x', score: '1' }] }));
    expect(() => stageTally(rules, unknown)).toThrow(/criterion-unknown/);
  });

  it('adds the stage before by its share, each component as published, and takes the stage’s deduction last', () => {
    const rules = stageRules({
      components: [
        { key: 'experts', share: '0.8' },
        { key: 'previous-stage', share: '0.2' },
      ],
    });
    const sheets = [...panelOf('A', '30', '40.5'), ...panelOf('B', '40', '60')];
    const context = { previousStageScores: { A: '81.37' }, stageDeductions: { A: '0.5' } };
    // 0.8 × 70.50 + 0.2 × 81.37 − 0.5 = 72.174
    expect(stageTally(rules, sheets, context).rows).toMatchObject([
      {
        entry: 'A',
        score: '72.17',
        exact: { numerator: '36087', denominator: '500' },
        components: { experts: '70.50', 'previous-stage': '81.37' },
      },
      { entry: 'B', score: null, reason: 'previous-stage-score-missing' },
    ]);
  });

  it('adds the public by its share beside experts and the stage before, and names the component that is missing', () => {
    const rules = stageRules({
      components: [
        { key: 'experts', share: '0.6' },
        { key: 'public', share: '0.2' },
        { key: 'previous-stage', share: '0.2' },
      ],
    });
    const sheets = ['A', 'B', 'C'].flatMap((entry) => panelOf(entry, '30', '40.5'));
    const context = { previousStageScores: { A: '81.37', B: '80' }, publicScores: { A: '93.456', C: '90' } };
    // 0.6 × 70.50 + 0.2 × 93.46 (as published) + 0.2 × 81.37 = 77.266
    expect(stageTally(rules, sheets, context).rows).toMatchObject([
      {
        entry: 'A',
        score: '77.27',
        exact: { numerator: '38633', denominator: '500' },
        components: { experts: '70.50', public: '93.46', 'previous-stage': '81.37' },
      },
      { entry: 'B', score: null, rank: null, reason: 'public-score-missing' },
      { entry: 'C', score: null, rank: null, reason: 'previous-stage-score-missing' },
    ]);
  });

  it('ranks on the published score, or on the exact one where the rules say so', () => {
    const sheets = sheetsOf(`
      A j1 30 40
      A j2 30 40
      A j3 30 40.5
      B j1 30 40
      B j2 30 40
      B j3 30.5 40`);
    const near = (rankOn: StageRules['rankOn']) => stageRules({ rankOn, rounding: { total: 0 }, tieLadder: [] });
    const lower = sheetsOf('B j4 30 40');
    expect(places(near('rounded'), [...sheets, ...lower])).toEqual(['A 1 70 of 2 ?', 'B 1 70 of 2 ?']);
    expect(places(near('exact'), [...sheets, ...lower])).toEqual(['A 1 70', 'B 2 70']);
  });

  it('ranks panels apart', () => {
    const sheets = [...panelOf('A', '30', '40'), ...panelOf('B', '30', '50'), ...panelOf('C', '30', '45')];
    const { rows } = stageTally(stageRules(), sheets, { groups: { A: 'p2', B: 'p1', C: 'p1' } });
    expect(rows.map(({ group, entry, rank }) => [group, entry, rank])).toEqual([
      ['p1', 'B', 1],
      ['p1', 'C', 2],
      ['p2', 'A', 1],
    ]);
  });
});

describe('the tie ladder of a stage', () => {
  const tied = [
    ...panelOf('A', '30', '50'),
    ...panelOf('B', '35', '45'),
    ...panelOf('C', '30', '50'),
    ...panelOf('D', '40', '60'),
  ];

  it('goes down step by step and stops where people must decide', () => {
    expect(places(stageRules(), tied)).toEqual([
      'D 1 100.00',
      'A 2 80.00 of 3 ? panel-vote',
      'C 2 80.00 of 3 ? panel-vote',
      'B 4 80.00 of 3 highest-weight-criterion',
    ]);
  });

  it('takes the score of the stage before first', () => {
    const context = { previousStageScores: { A: '70', B: '90.5', C: '90.05' } };
    expect(places(stageRules(), tied, context).slice(1)).toEqual([
      'B 2 80.00 of 3 previous-stage',
      'C 3 80.00 of 3 previous-stage',
      'A 4 80.00 of 3 previous-stage',
    ]);
  });

  it('skips the stage before when one of the tied entries came by direct entry', () => {
    const context = { previousStageScores: { A: '70', B: '90.5' } };
    expect(places(stageRules(), tied, context)[3]).toBe('B 4 80.00 of 3 highest-weight-criterion');
  });

  it('follows a recorded vote, and shares only by a recorded decision or as its last step', () => {
    const vote = { step: 'panel-vote', order: [['C'], ['A']] } as const;
    expect(places(stageRules(), tied, { decisions: [vote] }).slice(1, 3)).toEqual([
      'C 2 80.00 of 3 panel-vote',
      'A 3 80.00 of 3 panel-vote',
    ]);
    const undecided = { step: 'panel-vote', order: [['C', 'A']] } as const;
    expect(places(stageRules(), tied, { decisions: [undecided] })[1]).toBe('A 2 80.00 of 3 shared');
    const shared = { step: 'shared', order: [['A', 'C']] } as const;
    expect(places(stageRules(), tied, { decisions: [shared] })[2]).toBe('C 2 80.00 of 3 shared');
  });

  it('shows a tie that no step resolves', () => {
    expect(places(stageRules({ tieLadder: [] }), tied).slice(1)).toEqual(
      ['A', 'B', 'C'].map((entry) => `${entry} 2 80.00 of 3 ?`),
    );
  });
});

describe('the hash of a stage’s outputs', () => {
  it('does not depend on the order of rows', () => {
    const sheet = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 120 }));
    const panels = fc.array(fc.array(sheet, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    const sheets = panels.map((entries) =>
      entries.flatMap((rows, entry) =>
        rows.flatMap(([a, b], judge) => sheetsOf(`E${entry} J${judge} ${a / 2} ${b / 2}`)),
      ),
    );
    fc.assert(
      fc.property(
        sheets.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const one = stageTally(stageRules(), rows);
          expect(stageTally(stageRules(), shuffled)).toEqual(one);
          expect(one.outputsHash).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('changes with a score', () => {
    const hashOf = (market: string) => stageTally(stageRules(), panelOf('A', '30', market)).outputsHash;
    expect(hashOf('40')).not.toBe(hashOf('40.5'));
  });
});
