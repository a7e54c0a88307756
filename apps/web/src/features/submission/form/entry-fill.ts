import type { EntryFill } from '#domain/form/validate-answers';
import type { PublicEdition } from '../../contest/public-editions.js';
import { coreAnswersOf, type EntryFields, trimmedAnswers } from '../entry-fields.js';

const has = (text: string | undefined) => Boolean(text?.trim());

/** What stands in the form, as the list of what is still to do counts it. */
export function entryFill(
  fields: Partial<EntryFields>,
  files: Readonly<Record<string, number>>,
  edition: Pick<PublicEdition, 'tracks' | 'fieldGroups'>,
): EntryFill {
  const members = fields.members ?? [];
  const filled = {
    classification: has(fields.trackKey),
    description: has(fields.summary),
    'nominating-body': has(fields.nominatingBody),
    team: members.some(({ name }) => has(name)),
    landing: fields.declares === true,
  };
  const needsProblem = edition.tracks.some(({ key, requiresProblem }) => key === fields.trackKey && requiresProblem);
  const absent = (wanted: Readonly<Record<string, boolean>>) =>
    Object.entries(wanted).flatMap(([field, is]) => (is ? [] : [field]));
  // The fields that are required wherever their block stands.
  const missingFields = {
    classification: absent({
      trackKey: has(fields.trackKey),
      fieldGroupKey: edition.fieldGroups.length === 0 || has(fields.fieldGroupKey),
      enterpriseProblemNumber: !needsProblem || has(fields.enterpriseProblemNumber),
      countryCode: has(fields.countryCode),
    }),
    description: absent({ title: has(fields.title) }),
    team: absent({ members: filled.team && members.every(({ name }) => has(name)) }),
  };
  return {
    core: coreAnswersOf(fields),
    answers: trimmedAnswers(fields.formAnswers ?? {}),
    files,
    filledBlocks: new Set(Object.entries(filled).flatMap(([block, is]) => (is ? [block] : []))),
    missingFields,
  };
}
