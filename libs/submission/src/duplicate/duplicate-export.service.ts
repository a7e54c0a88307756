import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { PersonEvidence } from '#domain';
import type { ExportFile } from '../export/export.service.js';
import type { ExportLocale } from '../export/export-tables.js';
import { writeCsv } from '../export/write-csv.js';
import type { TeamPersonCompared } from './compared-entries.js';
import {
  type DuplicateFilter,
  type DuplicatePair,
  DuplicateQueryService,
  type DuplicateReader,
  type PairedEntry,
} from './duplicate-query.service.js';

const both = (zh: string, en: string) => ({ zh, en });
const words = {
  file: both('疑似重复项目', 'Possible duplicates'),
  strength: both('程度', 'Strength'),
  weak: both('仅供参考', 'Weak'),
  likely: both('较可疑', 'Likely'),
  strong: both('高度可疑', 'Strong'),
  similarity: both('名称相似度（%）', 'Similarity of titles (%)'),
  number: both('参赛编号', 'Entry number'),
  title: both('项目名称', 'Title'),
  state: both('状态', 'State'),
  submitted: both('已提交', 'Submitted'),
  withdrawn: both('已撤回', 'Withdrawn'),
  otherEdition: both('另一项目的届次', 'Edition of the other entry'),
  otherNumber: both('另一项目的参赛编号', 'Number of the other entry'),
  otherTitle: both('另一项目的名称', 'Title of the other entry'),
  otherState: both('另一项目的状态', 'State of the other entry'),
  files: both('相同的文件', 'Same files'),
  people: both('相同的人员', 'Same people'),
  verdict: both('结论', 'Verdict'),
  duplicate: both('重复', 'Duplicate'),
  'not-duplicate': both('不重复', 'Not a duplicate'),
  note: both('说明', 'Note'),
  account: both('同一账号', 'same account'),
  email: both('同一邮箱', 'same e-mail address'),
  phone: both('同一电话', 'same telephone'),
  name: both('同名', 'same name'),
  reading: both('姓名读音相同', 'name read alike'),
  organisation: both('同一单位', 'same organisation'),
} as const;

const columns = [
  ...(['strength', 'similarity', 'number', 'title', 'state', 'otherEdition', 'otherNumber'] as const),
  ...(['otherTitle', 'otherState', 'files', 'people', 'verdict', 'note'] as const),
];

/** The list of possible duplicates as a CSV file, by the filter that is on the page. */
@Injectable()
export class DuplicateExportService {
  constructor(private readonly duplicates: DuplicateQueryService) {}

  file(slug: string, filter: DuplicateFilter, reader: DuplicateReader, locale: ExportLocale): ExportFile {
    const pairs = this.duplicates.all(slug, filter, reader);
    return {
      name: `${slug}-${words.file[locale]}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      bytes: Readable.from(writeCsv(table(pairs, locale)), { objectMode: false }),
    };
  }
}

async function* table(pairs: AsyncIterable<DuplicatePair>, locale: ExportLocale): AsyncGenerator<readonly string[]> {
  yield columns.map((column) => words[column][locale]);
  for await (const { entry, other, strength, evidence, mark } of pairs) {
    const { title, files, people } = evidence;
    yield [
      ...[words[strength][locale], title ? String(Math.floor(title.similarity * 100)) : ''],
      ...entryCells(entry, locale),
      ...[other.edition.name[locale], ...entryCells(other, locale)],
      files.map(({ own, other: its }) => (own.name === its.name ? own.name : `${own.name} = ${its.name}`)).join('\n'),
      people.map((person) => personCell(person, locale)).join('\n'),
      ...[mark ? words[mark.verdict][locale] : '', mark?.note ?? ''],
    ];
  }
}

const entryCells = ({ number, title, state }: PairedEntry, locale: ExportLocale) => [
  ...[String(number), title, words[state][locale]],
];

function personCell({ own, other, by }: PersonEvidence<TeamPersonCompared>, locale: ExportLocale): string {
  const names = own.name === other.name ? own.name : `${own.name} = ${other.name}`;
  const reasons = by.map((one) => words[one][locale]).join(locale === 'zh' ? '、' : ', ');
  return locale === 'zh' ? `${names}（${reasons}）` : `${names} (${reasons})`;
}
