import type { StageRules } from '../contest/stage-rules.js';
import type { TallyInput, TallySheet } from '../scoring/tally-input.js';

/** The sheets as the rules' method reads them: criteria that are only recorded are left out. */
export function ruledSheets(rules: StageRules, sheets: readonly TallySheet[]): Omit<TallyInput, 'entries' | 'ties'> {
  const recorded = new Set(rules.rubric.criteria.filter(({ counted }) => !counted).map(({ key }) => key));
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      scores: sheet.scores.filter(({ criterion }) => !recorded.has(criterion)),
    })),
    criteria: countedCriteria(rules).map(({ key, factor, maximum }) => ({ key, factor, maximum })),
    ...{ method: rules.method.key, options: rules.method.options, rounding: rules.rounding },
  };
}

export function countedCriteria({ rubric }: StageRules): StageRules['rubric']['criteria'] {
  return rubric.criteria.filter(({ counted }) => counted);
}
