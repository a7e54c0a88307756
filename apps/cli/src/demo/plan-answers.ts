import { type FormDefinition, keptAnswers } from '#domain';
import type { EntryAnswers } from '#submission';
import type { ContestTemplate } from '#contest';
import type { Random } from './random.js';

type CoreAnswers = Omit<EntryAnswers, 'formAnswers'>;

const maturities = ['laboratory', 'prototype'];

/**
 * What an entry answers of its edition's own form, by the keys of both contests' forms. Nobody has a company or a code,
 * as no number can be marked as invented; telephone numbers are of those kept for fiction (North America, 555-01xx).
 */
export function planAnswers(
  random: Random,
  template: ContestTemplate,
  entry: CoreAnswers,
): NonNullable<EntryAnswers['formAnswers']> {
  const form = formOf(template, entry.trackKey);
  if (form === undefined) return {};
  const text =
    entry.language === 'zh'
      ? '演示数据，纯属虚构：把并不存在的参数改进了并不存在的百分之几。'
      : 'Demo data, wholly fictitious: a parameter that does not exist is better by a share that does not either.';
  const given = {
    ...{ innovation: text, solution: text, capability: text, maturity: random.pick(maturities) },
    ...{ 'has-company': 'no', 'applicant-kind': 'individuals' },
    ...{ 'passport-name': 'FICTITIOUS PERSON', 'permit-name': 'FICTITIOUS PERSON' },
    phone: `+120255501${String(random.below(100)).padStart(2, '0')}`,
    ...{ pitch: random.pick(['online', 'on-site']), 'visa-letter': 'no', 'districts-wanted': ['undecided'] },
  };
  const { trackKey, fieldGroupKey, divisionKey, countryCode, language, nominatingBody } = entry;
  const core = { trackKey, fieldGroupKey, divisionKey, countryCode, language, nominatingBody };
  return keptAnswers(form, { core, answers: given });
}

/** Its track's own form, or the whole edition's. */
function formOf({ forms, tracks }: ContestTemplate, trackKey: string): FormDefinition | undefined {
  return forms[trackKey] ?? forms[tracks.key];
}
