import { cleanLine, cleanText, DomainError, fieldProblem, type FieldProblem } from '#domain';
import { countryOrRegion } from './country-or-region.js';
import type { EditionCatalogue } from './edition-catalogue.js';
import { memberLimit, type EntryAnswers, type TeamMemberAnswer } from './entry-answers.js';

/** Answers whose every name was found in the edition. */
export interface ResolvedAnswers {
  readonly trackId: string;
  readonly trackRequiresProblem: boolean;
  readonly fieldGroupId: string | null;
  readonly divisionId: string | null;
  readonly enterpriseProblemId: string | null;
  readonly countryCode: string;
  readonly title: string;
  readonly summary: string;
  readonly language: 'zh' | 'en';
  readonly nominatingBody: string | null;
  readonly members: readonly TeamMemberAnswer[];
}

type Problems = FieldProblem[];

/**
 * Checks answers against what the edition offers.
 *
 * @throws DomainError `entry-invalid` with every field's problem at once
 */
export function resolveAnswers(catalogue: EditionCatalogue, answers: EntryAnswers): ResolvedAnswers {
  const problems: Problems = [];
  const track = catalogue.tracks.get(answers.trackKey);
  if (!track?.isLeaf) problems.push(fieldProblem('trackKey', 'value-not-allowed', { value: answers.trackKey }));
  if (!countryOrRegion(answers.countryCode)) problems.push(fieldProblem('countryCode', 'value-not-allowed'));
  const resolved = {
    trackId: track?.id ?? '',
    trackRequiresProblem: track?.requiresProblem ?? false,
    fieldGroupId: label(problems, 'fieldGroupKey', catalogue.fieldGroups, answers.fieldGroupKey),
    divisionId: label(problems, 'divisionKey', catalogue.divisions, answers.divisionKey),
    enterpriseProblemId: problemId(problems, catalogue, answers),
    countryCode: answers.countryCode,
    title: text(problems, 'title', cleanLine(answers.title), 1, 200),
    summary: text(problems, 'summary', cleanText(answers.summary ?? ''), 0, 4000),
    language: answers.language,
    nominatingBody: cleanLine(answers.nominatingBody ?? '') || null,
    members: members(problems, answers.members),
  };
  if (problems.length > 0) throw new DomainError('entry-invalid', { problems });
  return resolved;
}

function label(
  problems: Problems,
  path: 'fieldGroupKey' | 'divisionKey',
  ids: ReadonlyMap<string, string>,
  key: string | null | undefined,
): string | null {
  const id = key === null || key === undefined ? null : ids.get(key);
  if (id === undefined) problems.push(fieldProblem(path, 'value-not-allowed', { value: key }));
  return id ?? null;
}

function problemId(problems: Problems, catalogue: EditionCatalogue, answers: EntryAnswers): string | null {
  const number = answers.enterpriseProblemNumber;
  if (number === null || number === undefined) return null;
  const id = catalogue.problems.get(number);
  const isAsked = catalogue.tracks.get(answers.trackKey)?.requiresProblem ?? true;
  if (id === undefined || !isAsked) problems.push(fieldProblem('enterpriseProblemNumber', 'value-not-allowed'));
  return id ?? null;
}

function members(problems: Problems, given: readonly TeamMemberAnswer[]): TeamMemberAnswer[] {
  const leads = given.filter((member) => member.role === 'lead').length;
  if (leads > 1 || given.length > memberLimit) problems.push(fieldProblem('members', 'field-invalid'));
  return given.map((member, index) => ({
    ...(member.id === undefined ? {} : { id: member.id }),
    role: member.role,
    name: text(problems, `members[${index}].name`, cleanLine(member.name), 1, 120),
    organisation: cleanLine(member.organisation ?? '') || null,
  }));
}

/** Length in code points, as the database counts. */
function text(problems: Problems, path: string, given: string, minimum: number, maximum: number): string {
  const length = [...given].length;
  if (length < minimum) problems.push(fieldProblem(path, 'field-missing'));
  if (length > maximum) problems.push(fieldProblem(path, 'text-too-long', { maximum }));
  return given;
}
