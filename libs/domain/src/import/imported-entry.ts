import { fieldProblem } from '../errors/field-problem.js';
import type { FormAnswers, FormDefinition } from '../form/form-definition.js';
import { cellFields, formTargetPrefix } from './entry-targets.js';
import { type CellNames, notFound, readFormCell } from './form-cell.js';
import { type ImportedLanding, readLanding } from './landing-cells.js';
import { findName, type NamedKey, type NameTable, nameTable } from './name-table.js';
import { type ImportedMember, readPeople } from './people-cells.js';
import { type CellProblem, RowCells } from './row-cells.js';
import { type ImportedTranslation, readTranslation } from './translation-cells.js';

/** What a row says of an entry, and what an entry that is here already says. */
export interface ImportedEntry {
  readonly externalKey: string | null;
  readonly trackKey: string;
  readonly fieldGroupKey: string | null;
  readonly divisionKey: string | null;
  readonly enterpriseProblemNumber: number | null;
  readonly countryCode: string;
  readonly title: string;
  readonly summary: string;
  readonly language: 'zh' | 'en';
  readonly nominatingBody: string | null;
  readonly members: readonly ImportedMember[];
  readonly formAnswers: FormAnswers;
  readonly landing: ImportedLanding | null;
  /** Null where there is none. */
  readonly translation: ImportedTranslation | null;
}

/** What an edition's entries can name; keys of problems are their numbers. */
export interface EntryNames extends CellNames {
  readonly tracks: readonly NamedKey[];
  readonly fieldGroups: readonly NamedKey[];
  readonly divisions: readonly NamedKey[];
  readonly problems: readonly NamedKey[];
}

export interface EntryTables {
  readonly names: EntryNames;
  readonly tracks: NameTable;
  readonly fieldGroups: NameTable;
  readonly divisions: NameTable;
  readonly problems: NameTable;
}

export function entryTables(names: EntryNames): EntryTables {
  return {
    names,
    tracks: nameTable(names.tracks),
    fieldGroups: nameTable(names.fieldGroups),
    divisions: nameTable(names.divisions),
    problems: nameTable(names.problems),
  };
}

export interface EntryReading {
  readonly entry: ImportedEntry;
  readonly problems: readonly CellProblem[];
}

/** An entry of which nothing is known yet. */
export const blankEntry: ImportedEntry = {
  ...{ externalKey: null, trackKey: '', fieldGroupKey: null, divisionKey: null, enterpriseProblemNumber: null },
  ...{ countryCode: '', title: '', summary: '', language: 'zh', nominatingBody: null, members: [], formAnswers: {} },
  ...{ landing: null, translation: null },
};

const languages = nameTable([
  { key: 'zh', name: { zh: '中文', en: 'Chinese' } },
  { key: 'en', name: { zh: '英文', en: 'English' } },
]);

/** The entry as the row leaves it, its form's own part apart; what the file has no column for stays as it was. */
export function readCoreCells(
  cells: ReadonlyMap<string, string>,
  before: ImportedEntry,
  tables: EntryTables,
): EntryReading {
  const problems: CellProblem[] = [];
  const { names } = tables;
  const text = (target: string) => cells.get(target);
  const named = (target: string, path: string, table: NameTable, items: readonly NamedKey[], was: string | null) => {
    const cell = text(target);
    if (cell === undefined || cell === '') return cell === undefined ? was : null;
    const key = findName(table, cell);
    if (key === null) problems.push({ target, problem: notFound(path, cell, items) });
    return key ?? was;
  };
  const problem = named(
    ...(['problem', 'enterpriseProblemNumber', tables.problems, names.problems] as const),
    before.enterpriseProblemNumber === null ? null : String(before.enterpriseProblemNumber),
  );
  const landing = new RowCells(cells);
  const entry = {
    externalKey: text('external-key') || before.externalKey,
    trackKey: named('track', 'trackKey', tables.tracks, names.tracks, before.trackKey) ?? '',
    fieldGroupKey: named('field-group', 'fieldGroupKey', tables.fieldGroups, names.fieldGroups, before.fieldGroupKey),
    divisionKey: named('division', 'divisionKey', tables.divisions, names.divisions, before.divisionKey),
    enterpriseProblemNumber: problem === null ? null : Number(problem),
    countryCode: named('country', 'countryCode', names.countryTable, names.countries, before.countryCode) ?? '',
    title: text('title')?.replace(/\s*\n\s*/g, ' ') ?? before.title,
    summary: text('summary') ?? before.summary,
    language: languageOf(text('language'), before, problems),
    nominatingBody: text('nominating-body') === undefined ? before.nominatingBody : text('nominating-body') || null,
    members: readPeople(cells, before.members, problems),
    formAnswers: before.formAnswers,
    landing: readLanding(landing, before.landing),
    translation: readTranslation(cells, before.translation, problems),
  };
  return { entry, problems: [...problems, ...landing.problems, ...missing(entry, problems)] };
}

/** What no entry can do without, unless the cell has been complained of already. */
function missing(entry: ImportedEntry, problems: readonly CellProblem[]): CellProblem[] {
  const needed = { title: entry.title, track: entry.trackKey, country: entry.countryCode };
  const paths = { title: 'title', track: 'trackKey', country: 'countryCode' };
  return (['title', 'track', 'country'] as const)
    .filter((target) => needed[target] === '' && !problems.some((one) => one.target === target))
    .map((target) => ({ target, problem: fieldProblem(paths[target], 'field-missing') }));
}

function languageOf(cell: string | undefined, before: ImportedEntry, problems: CellProblem[]): 'zh' | 'en' {
  if (cell === undefined || cell === '') return before.language;
  const found = findName(languages, cell);
  if (found === 'zh' || found === 'en') return found;
  problems.push({ target: 'language', problem: fieldProblem('language', 'value-not-allowed', { value: cell }) });
  return before.language;
}

/** The answers as the row leaves them; an empty cell takes an answer away. */
export function readFormCells(
  cells: ReadonlyMap<string, string>,
  before: FormAnswers,
  form: FormDefinition | null,
  names: CellNames,
): { readonly answers: FormAnswers; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const fields = new Map(cellFields(form === null ? [] : [form]).map((field) => [field.key, field]));
  const answers = new Map(Object.entries(before));
  for (const [target, cell] of cells) {
    if (!target.startsWith(formTargetPrefix)) continue;
    const key = target.slice(formTargetPrefix.length);
    answers.delete(key);
    if (cell === '') continue;
    const field = fields.get(key);
    const reading =
      field === undefined
        ? { problem: fieldProblem(`formAnswers.${key}`, 'field-unknown', { value: key }) }
        : readFormCell(field, cell, names);
    if ('answer' in reading) answers.set(key, reading.answer);
    else problems.push({ target, problem: reading.problem });
  }
  return { answers: Object.fromEntries(answers), problems };
}
