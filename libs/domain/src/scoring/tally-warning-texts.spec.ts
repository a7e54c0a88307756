import { describe, expect, it } from '@jest/globals';
import { comparisonsOf, criteriaOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { randomEffectsLimitations } from '../severity/random-effects-fit.js';
import { fitWarnings } from './fit-warnings.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';
import { tallyPairs } from './tally-pairs.js';
import { type TallyWarning, type TallyWarningCode, tallyWarningCodes } from './tally-result.js';
import { tallyWarningText } from './tally-warning-texts.js';

const warned = (drawing: string, method: TallyInput['method'], options?: TallyInput['options'], entries?: string[]) =>
  tally({ sheets: sheetsOf(drawing), criteria: criteriaOf('1', '1'), method, options, entries }).warnings;

/** Two panels that share no judge. */
const severed = 'A j1 7\nB j1 8\nA j2 6\nB j2 9\nC j3 5\nD j3 6\nC j4 7\nD j4 9';
/** The same two panels; j2 also saw C. */
const bridged = `${severed}\nC j2 6`;
/** Panels in a row, each sharing one entry with the next. */
const chained = Array.from({ length: 12 }, (_, at) =>
  [0, 1].flatMap((judge) => [`E${at + 10} j${at}${judge} ${5 + judge}`, `E${at + 11} j${at}${judge} ${7 - (at % 3)}`]),
)
  .flat()
  .join('\n');

/** A way to each warning. */
const examples: Readonly<Record<TallyWarningCode, () => readonly TallyWarning[]>> = {
  'criterion-not-applicable': () => warned('A j1 7 8\nB j1 7 -', 'mean'),
  'scores-missing': () => warned('A j1 7 8\nA j2 7 -', 'mean'),
  'sheets-excluded': () => warned('A j1 7 8\nA j2 7 -', 'mean', { missing: 'exclude-sheet' }),
  'trim-fallback-used': () => warned('A j1 7', 'trimmed-mean', { trimFallback: 'median' }),
  'too-few-scores-to-trim': () => warned('A j1 7', 'trimmed-mean', { trimFallback: 'refuse' }),
  'small-trimmed-panel': () => warned('A j1 7\nA j2 8\nA j3 9', 'trimmed-mean'),
  'one-sheet-judge': () => warned('A j1 7\nA j2 8\nB j2 6', 'standardised'),
  'zero-variance-judge': () => warned('A j1 7\nB j1 7', 'standardised'),
  'too-few-sheets-for-z': () => warned('A j1 7\nB j1 8', 'standardised'),
  'judge-left-out': () => warned('A j1 7\nB j1 8\nA j2 8', 'borda'),
  'judge-lists-differ': () => warned('A j1 7\nB j1 8\nA j2 8', 'positional'),
  'pair-not-compared': () => warned(severed, 'copeland'),
  'components-not-comparable': () => warned(severed, 'severity-adjusted', { effects: 'fixed' }),
  bridge: () => warned(bridged, 'severity-adjusted', { effects: 'fixed' }),
  'weak-link': () => warned(chained, 'severity-adjusted', { effects: 'fixed' }),
  separation: () =>
    tallyPairs({ comparisons: comparisonsOf('A B'), method: 'bradley-terry', options: { prior: 1 } }).warnings,
  'severity-limited': () => warned('A j1 7\nB j1 8', 'severity-adjusted'),
  'not-converged': () => fitWarnings({ converged: false, iterations: 100, gradient: 0.25 }),
  'entry-insufficient': () => warned('A j1 7', 'mean', {}, ['B']),
};

describe.each(tallyWarningCodes)('the warning %s', (code) => {
  const given = examples[code]().filter((warning) => warning.code === code);

  it('is reached', () => {
    expect(given).toHaveLength(1);
  });

  it('says in both languages what was found and what to do', () => {
    const [warning] = given;
    if (!warning) throw new RangeError(code);
    const { says, advice } = tallyWarningText(warning);
    for (const text of [says, advice]) {
      expect(text.zh).toMatch(/[\u4e00-\u9fa5].*。$/);
      expect(text.zh + text.en).not.toMatch(/undefined|NaN|\[object/);
      expect(text.en).toMatch(/^[A-Z0-9].*\.$/);
      expect(text.en).toMatch(/^[\x20\x21\x23-\x7e\u2019\u201c\u201d]+$/);
    }
    for (const name of [...warning.entries, ...(warning.judges ?? [])].slice(0, 1)) {
      expect(says.zh).toContain(`“${name}”`);
      expect(says.en).toContain(`“${name}”`);
    }
  });
});

describe('a limit of the model of severity', () => {
  it.each(randomEffectsLimitations)('%s is said in both languages, with what to do', (limitation) => {
    const { says, advice } = tallyWarningText({ code: 'severity-limited', entries: [], details: { limitation } });
    expect(says.zh).toMatch(/[\u4e00-\u9fa5].*。$/);
    expect(says.en).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
    expect(advice.en).toMatch(/^Have each judge /);
  });
});

describe('names in a warning', () => {
  it('are five at most, with the number of all', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const text = tallyWarningText({ code: 'entry-insufficient', entries: many, details: {} });
    expect(text.says.en).toBe(
      '7 entries (“A”, “B”, “C”, “D”, “E” and 2 more) had no sheet that counts and could not be ranked.',
    );
    expect(text.says.zh).toBe('项目“A”、“B”、“C”、“D”、“E”等 7 个没有可计入的评分，未予排名。');
  });
});
