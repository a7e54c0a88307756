import {
  type EarlierEmployer,
  type JudgeFacts,
  judgeFactProblems,
  type JudgeKind,
  judgeKinds,
  type JudgeLanguage,
  judgeLanguages,
  tidyJudgeFacts,
} from '../roster/judge-facts.js';
import { readEmployers, readList } from '../roster/judge-lists.js';
import { readBoolean, readDay } from './cell-values.js';
import { judgeKindNames, judgeKindTable, judgeLanguageNames } from './imported-judge.js';
import { choicesText, findName, type NamedKey, nameTable, type NameTable } from './name-table.js';
import type { RowCells } from './row-cells.js';

const also = (key: string, zh: string, en: string): NamedKey => ({ key, name: { zh, en } });
const languageTable: NameTable = new Map([
  ...nameTable([also('zh', '汉语', 'Mandarin'), also('en', '英语', 'English')]),
  ...nameTable(judgeLanguageNames),
]);

/**
 * What the cells of a row say of a judge; what the file has no column for is as it was. What is wrong stays with the
 * reader, cell by cell.
 *
 * @param groups the edition's field groups
 */
export function readJudgeFacts(reader: RowCells, before: JudgeFacts, groups: readonly NamedKey[]): JudgeFacts {
  const facts = tidyJudgeFacts({
    externalKey: reader.line('external-key', 'externalKey', null, 120) ?? before.externalKey,
    employer: reader.line('employer', 'employer', before.employer, 200),
    kind: kindOf(reader, before.kind),
    fieldGroups: namesOf(reader, ['field-groups', 'fieldGroups'], nameTable(groups), groups) ?? before.fieldGroups,
    keywords: listOf(reader, 'keywords', /[、]/u) ?? before.keywords,
    languages: languagesOf(reader) ?? before.languages,
    leastEntries: countOf(reader, ['least-entries', 'leastEntries'], before.leastEntries, 0),
    mostEntries: countOf(reader, ['most-entries', 'mostEntries'], before.mostEntries, null),
    isSubstitute: substituteOf(reader, before.isSubstitute),
    availableFrom: dayOf(reader, ['available-from', 'availableFrom'], before.availableFrom),
    availableUntil: dayOf(reader, ['available-until', 'availableUntil'], before.availableUntil),
    earlierEmployers: employersOf(reader) ?? before.earlierEmployers,
  });
  const refused = new Set(reader.problems.map(({ target }) => target));
  for (const { path, code, details } of judgeFactProblems(facts, new Set(groups.map(({ key }) => key)))) {
    const target = targetOfJudgePath(path);
    if (!refused.has(target)) reader.refuse(target, path, code, details);
    refused.add(target);
  }
  return facts;
}

/** @example targetOfJudgePath('earlierEmployers[0].name') // 'earlier-employers' */
function targetOfJudgePath(path: string): string {
  const [field = ''] = path.split(/[.[]/);
  if (field === 'isSubstitute') return 'substitute';
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type Place = readonly [target: string, path: string];

function kindOf(reader: RowCells, before: JudgeKind | null): JudgeKind | null {
  const cell = reader.cell('kind');
  if (cell === undefined || cell === '') return before;
  const kind = judgeKinds.find((one) => one === findName(judgeKindTable, cell));
  if (kind === undefined) refuseName(reader, ['kind', 'kind'], cell, judgeKindNames);
  return kind ?? before;
}

function refuseName(reader: RowCells, [target, path]: Place, value: string, choices: readonly NamedKey[]): void {
  const texts = { choicesZh: choicesText(choices, 'zh'), choicesEn: choicesText(choices, 'en') };
  reader.refuse(target, path, 'name-unknown', { value: value.slice(0, 60), ...texts });
}

/** Null where the file has no such column. @param further what people write between two things beside ； */
function listOf(reader: RowCells, target: string, further?: RegExp): string[] | null {
  const cell = reader.cell(target);
  if (cell === undefined) return null;
  return readList(further === undefined ? cell : cell.split(further).join('；'));
}

function namesOf(
  reader: RowCells,
  place: Place,
  table: NameTable,
  choices: readonly NamedKey[],
  further?: RegExp,
): string[] | null {
  const list = listOf(reader, place[0], further);
  return (
    list?.flatMap((text) => {
      const key = findName(table, text);
      if (key === null) refuseName(reader, place, text, choices);
      return key ?? [];
    }) ?? null
  );
}

function languagesOf(reader: RowCells): JudgeLanguage[] | null {
  const keys = namesOf(reader, ['languages', 'languages'], languageTable, judgeLanguageNames, /[、,，/]/u);
  return keys && judgeLanguages.filter((language) => keys.includes(language));
}

function countOf<None>(
  reader: RowCells,
  [target, path]: Place,
  before: number | None,
  none: number | None,
): number | None {
  const cell = reader.cell(target);
  if (cell === undefined) return before;
  if (cell === '') return none;
  const digits = cell.normalize('NFKC');
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  reader.refuse(target, path, 'count-expected');
  return before;
}

function substituteOf(reader: RowCells, before: boolean): boolean {
  const cell = reader.cell('substitute');
  if (cell === undefined) return before;
  const value = cell === '' ? false : readBoolean(cell);
  if (value === null) reader.refuse('substitute', 'isSubstitute', 'value-not-allowed');
  return value ?? before;
}

function dayOf(reader: RowCells, [target, path]: Place, before: string | null): string | null {
  const cell = reader.cell(target);
  if (cell === undefined) return before;
  const day = cell === '' ? null : readDay(cell);
  if (cell !== '' && day === null) reader.refuse(target, path, 'date-invalid');
  return day;
}

function employersOf(reader: RowCells): readonly EarlierEmployer[] | null {
  const cell = reader.cell('earlier-employers');
  if (cell === undefined) return null;
  const { employers, wrong } = readEmployers(cell);
  if (wrong.length > 0) reader.refuse('earlier-employers', 'earlierEmployers', 'years-invalid');
  return employers;
}
