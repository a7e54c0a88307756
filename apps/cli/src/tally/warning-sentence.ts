import type { TallyWarning, TallyWarningCode } from '#domain';

/** Entries named in a sentence before it says how many more there are. */
const namesShown = 5;

const sentences: Readonly<Record<TallyWarningCode, (warning: TallyWarning) => string>> = {
  'criterion-not-applicable': ({ entries, details }) =>
    `no judge scored "${details.criterion}" for ${named(entries)}; it is left out of their sums`,
  'scores-missing': ({ entries, details }) =>
    `${details.sheets} sheets of ${named(entries)} lack scores; treated by ${details.policy}`,
  'sheets-excluded': ({ entries, details }) =>
    `${details.sheets} sheets of ${named(entries)} lack scores and were left out`,
  'trim-fallback-used': ({ entries, details }) =>
    `${named(entries)} had too few scores to trim; the ${details.fallback} was taken instead`,
  'too-few-scores-to-trim': ({ entries }) => `${named(entries)} had too few scores to trim`,
  'entry-insufficient': ({ entries }) => `${named(entries)} had no counted sheet and is not ranked`,
};

export function warningSentence(warning: TallyWarning): string {
  return sentences[warning.code](warning);
}

function named(entries: readonly string[]): string {
  const names = entries
    .slice(0, namesShown)
    .map((entry) => `"${entry}"`)
    .join(', ');
  const more = entries.length - namesShown;
  return `${entries.length === 1 ? 'entry' : `${entries.length} entries`} (${names}${more > 0 ? ` and ${more} more` : ''})`;
}
