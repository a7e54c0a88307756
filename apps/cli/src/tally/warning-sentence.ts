import { type TallyWarning, tallyWarningText } from '#domain';

/** What the command says of a warning. */
export function warningSentence(warning: TallyWarning): string {
  return tallyWarningText(warning).says.en;
}
