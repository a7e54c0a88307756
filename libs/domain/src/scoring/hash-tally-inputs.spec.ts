import { describe, expect, it } from '@jest/globals';
import { sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { hashTallyInputs } from './hash-tally-inputs.js';

const rulesHash = 'f'.repeat(64);
const sheets = sheetsOf(`
  A j1 87.5 3
  B j1 9 4`);

describe('the hash of a tally’s inputs', () => {
  it('does not depend on row order, nor on how a decimal is spelt', () => {
    const respelt = sheetsOf(`
      B j1 9.0 4
      A j1 87.50 3.00`).map((sheet) => ({ ...sheet, scores: [...sheet.scores].reverse() }));
    expect(hashTallyInputs(rulesHash, respelt)).toBe(hashTallyInputs(rulesHash, sheets));
  });

  it('does not depend on the order in which decisions are read', () => {
    const vote = { step: 'panel-vote', order: [['B'], ['A', 'C']] } as const;
    const round = { step: 'extra-round', order: [['C'], ['A']] } as const;
    const hashes = [
      [vote, round],
      [round, { ...vote, order: [['B'], ['C', 'A']] }],
    ].map((decisions) => hashTallyInputs(rulesHash, sheets, { decisions }));
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('changes with the rules, a score, a judge, a deduction, and the other components', () => {
    const changed = [
      hashTallyInputs('e'.repeat(64), sheets),
      hashTallyInputs(rulesHash, sheetsOf('A j1 87.51 3\nB j1 9 4')),
      hashTallyInputs(rulesHash, sheetsOf('A j2 87.5 3\nB j1 9 4')),
      hashTallyInputs(rulesHash, sheetsOf('A j1 87.5 3 !1\nB j1 9 4')),
      hashTallyInputs(rulesHash, sheets, { previousStageScores: { A: '1' } }),
      hashTallyInputs(rulesHash, sheets, { publicScores: { A: '1' } }),
      hashTallyInputs(rulesHash, sheets, { entries: ['C'] }),
      hashTallyInputs(rulesHash, sheets, { decisions: [{ step: 'shared', order: [['A', 'B']] }] }),
    ];
    expect(new Set([...changed, hashTallyInputs(rulesHash, sheets)]).size).toBe(changed.length + 1);
  });
});
