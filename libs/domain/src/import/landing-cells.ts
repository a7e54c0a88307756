import { isDecimalString } from '../decimal/parse-decimal.js';
import { readBoolean, readDecimal } from './cell-values.js';
import type { ImportTarget } from './import-target.js';
import { readLines, writeLines } from './lines-cell.js';
import { choicesText, findName, type NamedKey, nameTable, writtenName } from './name-table.js';
import type { RowCells } from './row-cells.js';

/** What a team declares of its intent to land, as cells hold it. */
export interface ImportedLanding {
  readonly way: string | null;
  /** Up to three, in order of preference. */
  readonly districts: readonly string[];
  /** Decimal string, at most two decimals. */
  readonly investmentYuan: string | null;
  /** 1 to 120. */
  readonly timetableMonths: number | null;
  readonly needs: readonly string[];
  readonly localPartner: boolean;
}

const both = (zh: string, en: string) => ({ zh, en });

export const landingTargets: readonly ImportTarget[] = [
  {
    ...{ key: 'landing', label: both('有落地意向', 'Intends to land') },
    names: ['落地意向', '是否有落地意向', 'Landing intent', 'Landing'],
    help: both('是或否；填写了下列任一项也视为有。', 'Yes or no; any answer below means yes, too.'),
  },
  { key: 'landing-way', label: both('落地方式', 'Way of landing'), names: ['意向落地方式', 'Landing way'] },
  {
    ...{ key: 'landing-districts', label: both('意向落地区县', 'Districts to land in') },
    names: ['落地区县', '意向落地区域', 'Landing districts'],
    help: both('最多三个，按意愿排序，每行一个或以顿号分隔。', 'Up to three in order of preference, one a line.'),
  },
  {
    ...{ key: 'landing-investment', label: both('意向投资额（元）', 'Intended investment (yuan)') },
    names: ['意向投资', '计划投资额', 'Investment'],
  },
  {
    ...{ key: 'landing-timetable', label: both('计划落地时间（月）', 'Timetable (months)') },
    names: ['落地时间', '落地周期', 'Timetable'],
  },
  { key: 'landing-needs', label: both('落地需求', 'Needs for landing'), names: ['需求', '所需支持', 'Needs'] },
  {
    key: 'landing-partner',
    label: both('已有本地合作方', 'Has a local partner'),
    names: ['本地合作方', 'Local partner'],
  },
];

const ways: readonly NamedKey[] = [
  { key: 'new-company', name: both('设立新公司', 'New company') },
  { key: 'branch', name: both('设立分支机构', 'Branch') },
  { key: 'technical-cooperation', name: both('技术合作', 'Technical cooperation') },
  { key: 'transfer-of-results', name: both('成果转让', 'Transfer of results') },
  { key: 'talent', name: both('人才引进', 'Talent') },
  { key: 'joint-laboratory', name: both('共建实验室', 'Joint laboratory') },
];
const needs: readonly NamedKey[] = [
  { key: 'floor-space', name: both('场地', 'Floor space') },
  { key: 'funds', name: both('资金', 'Funds') },
  { key: 'talent', name: both('人才', 'Talent') },
  { key: 'policy', name: both('政策', 'Policy') },
  { key: 'application-scenario', name: both('应用场景', 'Application scenario') },
  { key: 'supply-chain', name: both('供应链', 'Supply chain') },
];
const [wayTable, needTable] = [nameTable(ways), nameTable(needs)];

const blank: ImportedLanding = {
  ...{ way: null, districts: [], investmentYuan: null, timetableMonths: null, needs: [], localPartner: false },
};
const words = { zh: ['是', '否'], en: ['Yes', 'No'] } as const;

export function landingCells(landing: ImportedLanding | null, locale: 'zh' | 'en'): [string, string][] {
  const truth = (is: boolean) => words[locale][is ? 0 : 1];
  const written = (items: readonly NamedKey[], table: typeof wayTable, key: string) => {
    const item = items.find((one) => one.key === key);
    return item === undefined ? key : writtenName(table, item, locale);
  };
  const { way, districts, investmentYuan, timetableMonths, needs: asked, localPartner } = landing ?? blank;
  return [
    ['landing', landing === null ? '' : truth(true)],
    ['landing-way', way === null ? '' : written(ways, wayTable, way)],
    ['landing-districts', writeLines(districts.map((district) => [district]))],
    ['landing-investment', investmentYuan ?? ''],
    ['landing-timetable', timetableMonths === null ? '' : String(timetableMonths)],
    ['landing-needs', writeLines(asked.map((need) => [written(needs, needTable, need)]))],
    ['landing-partner', landing === null ? '' : truth(localPartner)],
  ];
}

/** As the row leaves it: null where nothing is declared. */
export function readLanding(reader: RowCells, before: ImportedLanding | null): ImportedLanding | null {
  const given = landingTargets.filter(({ key }) => reader.cell(key) !== undefined);
  if (given.length === 0) return before;
  const truth = (target: string, was: boolean) => {
    const cell = reader.cell(target) ?? '';
    const read = cell === '' ? was : readBoolean(cell);
    if (read === null) reader.refuse(target, `landing.${target}`, 'value-not-allowed', { value: cell.slice(0, 60) });
    return read ?? was;
  };
  const isAnswered = given.some(({ key }) => !['landing', 'landing-partner'].includes(key) && reader.cell(key) !== '');
  if (!truth('landing', before !== null || isAnswered)) return null;
  const was = before ?? blank;
  return {
    way: wayOf(reader, was.way),
    districts: phrases(reader, 'landing-districts', 'landing.districts', was.districts, 3),
    investmentYuan: investmentOf(reader, was.investmentYuan),
    timetableMonths: monthsOf(reader, was.timetableMonths),
    needs: phrases(reader, 'landing-needs', 'landing.needs', was.needs, 20).map(
      (need) => findName(needTable, need) ?? need,
    ),
    localPartner: truth('landing-partner', was.localPartner),
  };
}

function wayOf(reader: RowCells, was: string | null): string | null {
  const cell = reader.cell('landing-way');
  if (cell === undefined || cell === '') return cell === undefined ? was : null;
  const way = findName(wayTable, cell);
  if (way !== null) return way;
  const choices = { choicesZh: choicesText(ways, 'zh'), choicesEn: choicesText(ways, 'en') };
  reader.refuse('landing-way', 'landing.way', 'name-unknown', { value: cell.slice(0, 60), ...choices });
  return was;
}

function phrases(
  reader: RowCells,
  target: string,
  path: string,
  was: readonly string[],
  maximum: number,
): readonly string[] {
  const cell = reader.cell(target);
  if (cell === undefined) return was;
  const given = [...new Set(readLines(cell).map(([part = '']) => part))];
  if (given.length > maximum) reader.refuse(target, path, 'too-many-items', { maximum, count: given.length });
  const long = given.find((part) => [...part].length > 60);
  if (long !== undefined) reader.refuse(target, path, 'text-too-long', { maximum: 60, length: [...long].length });
  return given;
}

/** Not negative, at most 10¹², at most two decimals. */
function investmentOf(reader: RowCells, was: string | null): string | null {
  const cell = reader.cell('landing-investment');
  if (cell === undefined || cell === '') return cell === undefined ? was : null;
  const amount = readDecimal(cell.replace(/元$/u, ''));
  if (isDecimalString(amount) && /^\d{1,12}(\.\d{1,2})?$/.test(amount)) return amount;
  reader.refuse('landing-investment', 'landing.investmentYuan', 'decimal-expected');
  return was;
}

function monthsOf(reader: RowCells, was: number | null): number | null {
  const cell = reader.cell('landing-timetable');
  if (cell === undefined || cell === '') return cell === undefined ? was : null;
  const months = Number(readDecimal(cell.replace(/(个月|月|months?)$/u, '')));
  if (Number.isInteger(months) && months >= 1 && months <= 120) return months;
  reader.refuse('landing-timetable', 'landing.timetableMonths', 'count-expected');
  return was;
}
