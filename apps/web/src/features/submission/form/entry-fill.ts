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
    classification: has(fields.trackKey) && has(fields.countryCode),
    description: has(fields.summary),
    'nominating-body': has(fields.nominatingBody),
    team: members.some(({ name }) => has(name)),
    landing: fields.declares === true,
  };
  const needsProblem = edition.tracks.some(({ key, requiresProblem }) => key === fields.trackKey && requiresProblem);
  // The fields that are required wherever their block stands.
  const finished = {
    classification:
      filled.classification &&
      (edition.fieldGroups.length === 0 || has(fields.fieldGroupKey)) &&
      (!needsProblem || has(fields.enterpriseProblemNumber)),
    description: has(fields.title),
    team: filled.team && members.every(({ name }) => has(name)),
  };
  const named = (blocks: Readonly<Record<string, boolean>>, wanted: boolean) =>
    new Set(Object.entries(blocks).flatMap(([block, is]) => (is === wanted ? [block] : [])));
  return {
    core: coreAnswersOf(fields),
    answers: trimmedAnswers(fields.formAnswers ?? {}),
    files,
    filledBlocks: named(filled, true),
    unfinishedBlocks: named(finished, false),
  };
}
