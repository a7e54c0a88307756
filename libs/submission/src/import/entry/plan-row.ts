import {
  type CellProblem,
  cellChanges,
  defaultForm,
  DomainError,
  entryCells,
  entryProblems,
  type FieldProblem,
  fieldProblem,
  type FormDefinition,
  blankEntry,
  type ImportedEntry,
  type ImportLine,
  type ImportRow,
  keptAnswers,
  readCoreCells,
  readFormCells,
} from '#domain';
import { resolveAnswers, type ResolvedAnswers } from '../../resolve-answers.js';
import type { FilledForm } from '../../form/entry-form.service.js';
import type { FormVersion } from '../../form/form.service.js';
import { matchMembers } from '../../team/member-rows.js';
import { checkPeople, withheldProblems } from './check-people.js';
import type { EntryContext } from './entry-context.js';
import type { StandingEntry } from './standing-entries.js';

/** What one row of entries would do. */
export interface PlannedRow {
  readonly line: ImportLine;
  readonly problems: readonly CellProblem[];
  readonly isIncomplete: boolean;
  readonly entry: ImportedEntry;
  readonly answers: ResolvedAnswers | null;
  readonly form: FilledForm;
  readonly standing: StandingEntry | null;
}

/** Forms by the id of their version. */
export type FormsById = ReadonlyMap<string, FormVersion>;

export function planRow(
  { row, cells }: ImportRow,
  standing: StandingEntry | null,
  context: EntryContext,
  formsById: FormsById,
): PlannedRow {
  const before = standing?.entry ?? blankEntry;
  const core = readCoreCells(cells, before, context.tables);
  const form = formOf(core.entry.trackKey, standing, context, formsById);
  const read = readFormCells(cells, before.formAnswers, form?.definition ?? null, context.tables.names);
  const formAnswers = form === null ? {} : keptAnswers(form.definition, { core: core.entry, answers: read.answers });
  const people = checkPeople(core.entry, before.members);
  const entry: ImportedEntry = { ...core.entry, members: people.members, formAnswers };
  const problems = [...core.problems, ...read.problems, ...people.problems];
  const { answers, faults } = resolved(entry, context);
  for (const fault of faults) if (!problems.some(({ target }) => target === fault.target)) problems.push(fault);
  const changes = standing === null ? [] : changesOf(standing, entry, form, context, formsById);
  if (standing !== null && changes.length > 0) {
    problems.push(...refusals(standing, new Set(changes.map(({ target }) => target))));
    problems.push(...teamRefusals(standing, entry));
  }
  const outcome = standing === null ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
  const key = entry.externalKey ?? String(standing?.number ?? '');
  return {
    ...{ problems, entry, answers, standing },
    line: { row, outcome, key, title: entry.title, changes },
    isIncomplete: outcome !== 'unchanged' && isIncomplete(entry, form?.definition ?? defaultForm),
    form: { formVersionId: form?.id ?? null, formAnswers },
  };
}

/**
 * An entry keeps the form that it was filled in on, unless its new track has another one or it was filled in before there
 * was any.
 */
function formOf(
  trackKey: string,
  standing: StandingEntry | null,
  { forms }: EntryContext,
  formsById: FormsById,
): FormVersion | null {
  const latest = forms.get(trackKey) ?? null;
  const own = standing?.formVersionId ? (formsById.get(standing.formVersionId) ?? null) : null;
  return own === null || (latest !== null && latest.trackId !== own.trackId) ? latest : own;
}

const targetOfPath: Readonly<Record<string, string>> = {
  ...{ trackKey: 'track', fieldGroupKey: 'field-group', divisionKey: 'division', countryCode: 'country' },
  ...{ enterpriseProblemNumber: 'problem', nominatingBody: 'nominating-body', members: 'members' },
};
const targetOfRole = { lead: 'lead', member: 'members', adviser: 'advisers' } as const;

function resolved(
  entry: ImportedEntry,
  { catalogue }: EntryContext,
): { readonly answers: ResolvedAnswers | null; readonly faults: CellProblem[] } {
  const given = keyFaults(entry);
  try {
    const answers = resolveAnswers(catalogue, entry);
    if (!answers.trackRequiresProblem || answers.enterpriseProblemId !== null) return { answers, faults: given };
    const missing = fieldProblem('enterpriseProblemNumber', 'field-missing');
    return { answers, faults: [...given, { target: 'problem', problem: missing }] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const problems = (error.details['problems'] ?? []) as readonly FieldProblem[];
    const faults = problems.map((problem) => ({ target: targetOf(problem.path, entry), problem }));
    return { answers: null, faults: [...given, ...faults] };
  }
}

function keyFaults({ externalKey }: ImportedEntry): CellProblem[] {
  const length = [...(externalKey ?? '')].length;
  const problem = fieldProblem('externalKey', 'text-too-long', { maximum: 120, length });
  return length > 120 ? [{ target: 'external-key', problem }] : [];
}

function targetOf(path: string, { members }: ImportedEntry): string {
  const index = /^members\[(\d+)\]/.exec(path)?.[1];
  const role = index === undefined ? undefined : members[Number(index)]?.role;
  return role === undefined ? (targetOfPath[path] ?? path) : targetOfRole[role];
}

function changesOf(
  standing: StandingEntry,
  entry: ImportedEntry,
  form: FormVersion | null,
  { tables }: EntryContext,
  formsById: FormsById,
) {
  const own = standing.formVersionId ? (formsById.get(standing.formVersionId)?.definition ?? null) : null;
  const both = (one: ImportedEntry, definition: FormDefinition | null) => ({
    zh: entryCells(one, definition, tables, 'zh'),
    en: entryCells(one, definition, tables, 'en'),
  });
  return cellChanges(both(standing.entry, own), both(entry, form?.definition ?? null));
}

const fixedByStage = {
  track: 'trackKey',
  'field-group': 'fieldGroupKey',
  problem: 'enterpriseProblemNumber',
} as const;

/** What an import may not do to an entry that is here. */
function refusals({ state, isPlaced, isJudged }: StandingEntry, changed: ReadonlySet<string>): CellProblem[] {
  const [first = 'title'] = changed;
  if (state === 'withdrawn') return [{ target: first, problem: fieldProblem('state', 'entry-withdrawn') }];
  if (isJudged) return [{ target: first, problem: fieldProblem('state', 'entry-judged') }];
  if (!isPlaced) return [];
  return Object.entries(fixedByStage)
    .filter(([target]) => changed.has(target))
    .map(([target, path]) => ({ target, problem: fieldProblem(path, 'field-fixed-by-stage') }));
}

/**
 * Whoever has joined by an account leaves a team, or comes to lead it, by an act of a person alone, and decides on what is
 * stored of them.
 */
function teamRefusals({ people }: StandingEntry, { members }: ImportedEntry): CellProblem[] {
  const matches = matchMembers(people, members);
  const lost = people.filter((person) => person.hasJoined && !matches.includes(person));
  return [
    ...lost.map(({ role, name }) => ({
      target: targetOfRole[role],
      problem: fieldProblem('members', 'member-has-joined', { name }),
    })),
    ...members.flatMap(({ role }, index) =>
      role === 'lead' && matches[index]?.hasJoined === true
        ? [{ target: 'lead', problem: fieldProblem(`members[${index}].role`, 'lead-by-transfer') }]
        : [],
    ),
    ...withheldProblems(members, matches),
  ];
}

/** Whether a team would still be asked for something: files, too, which no row can bring. */
function isIncomplete(entry: ImportedEntry, definition: FormDefinition): boolean {
  const filled = {
    classification: true,
    description: entry.summary !== '',
    'nominating-body': entry.nominatingBody !== null,
    team: entry.members.length > 0,
    landing: entry.landing !== null,
  };
  const filledBlocks = new Set(Object.entries(filled).flatMap(([block, isFilled]) => (isFilled ? [block] : [])));
  return entryProblems(definition, { core: entry, answers: entry.formAnswers, files: {}, filledBlocks }).length > 0;
}
