import type { TallyWarning } from '#domain';
import { tallyWarningText } from '#domain/scoring/tally-warning-texts';

/** What the command says of a warning. */
export function warningSentence(warning: TallyWarning): string {
  return tallyWarningText(warning).says.en;
}
