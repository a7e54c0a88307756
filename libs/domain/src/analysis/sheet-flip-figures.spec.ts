import { describe, expect, it } from '@jest/globals';
import { drawnStage } from '../../../../test/builders/analysed-stage.js';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import { stageTally } from '../scoring/stage-tally.js';
import { analysedStage } from './analysed-stage.js';
import { type FlipInput, sheetFlipFigures } from './sheet-flip-figures.js';

function inputOf(seed: number, rules = stageRules(), places: readonly number[] = [3, 8, 12]): FlipInput {
  const { sheets, context, details } = drawnStage({ entries: 24, judges: 7, panel: 5, seed });
  const stage = analysedStage(rules, sheets, context, details);
  const { rows } = stageTally(rules, stage.sheets, stage.context);
  return {
    ...{ rules, context: stage.context, rows, places, range: stage.range, indexOf: stage.indexOf },
    ...{ sheets: stage.totals, isRowByRow: true },
  };
}

describe('the points of one sheet that would change a line', () => {
  it.each([1, 2, 3])('are the same from the entries near the line as from all (stage %i)', (seed) => {
    const input = inputOf(seed);
    const near = sheetFlipFigures(input).value;
    const all = sheetFlipFigures({ ...input, isRowByRow: false }).value;
    expect(near).toEqual(all);
    expect(near?.some(({ points }) => points !== null)).toBe(true);
  });

  it('are withheld where the rules trim by criterion, no line falls, or too many sheets decide together', () => {
    const rules = stageRules({ method: { key: 'trimmed-mean', options: { trimBy: 'criterion' } } });
    expect(sheetFlipFigures(inputOf(1, rules)).withheld?.reason).toBe('not-on-the-scale');
    expect(sheetFlipFigures(inputOf(1, stageRules(), [])).withheld?.reason).toBe('no-line');
    const { sheets, ...input } = inputOf(1);
    const many = Array.from({ length: 4 }, () => sheets).flat();
    expect(sheetFlipFigures({ ...input, sheets: many, isRowByRow: false }).withheld).toEqual({
      ...{ reason: 'too-much-work', needed: 400, present: 480 },
    });
  });
});
