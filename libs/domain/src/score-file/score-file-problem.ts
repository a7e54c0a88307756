export const scoreFileProblemCodes = [
  'file-empty',
  'header-not-found',
  'entry-column-missing',
  'judge-columns-missing',
  'score-column-missing',
  'judge-duplicated',
  'entry-missing',
  'entry-duplicated',
  'judge-missing',
  'score-not-a-decimal',
  'score-duplicated',
  'published-score-not-a-decimal',
  'published-rank-not-a-decimal',
  'too-many-rows',
] as const;
export type ScoreFileProblemCode = (typeof scoreFileProblemCodes)[number];

/** What is wrong with one cell, or with the file as a whole; rows and columns count from 1, as a spreadsheet shows. */
export interface ScoreFileProblem {
  readonly code: ScoreFileProblemCode;
  readonly row: number | null;
  readonly column: number | null;
  /** The cell's text or what it clashes with; '' where there is nothing to quote. */
  readonly text: string;
}

/** The sentence for each; `{text}` stands for the quoted cell. */
export const scoreFileProblemTexts: Readonly<
  Record<ScoreFileProblemCode, { readonly zh: string; readonly en: string }>
> = {
  'file-empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'header-not-found': {
    zh: '没有找到表头：需要一行写明项目和评委的列名。',
    en: 'No header was found: one row has to name the columns of entries and judges.',
  },
  'entry-column-missing': { zh: '没有参赛项目一列。', en: 'There is no column of entries.' },
  'judge-columns-missing': { zh: '没有评委分数列。', en: 'There is no column of a judge.' },
  'score-column-missing': { zh: '没有分数一列。', en: 'There is no column of scores.' },
  'judge-duplicated': { zh: '评委“{text}”出现了两列。', en: 'The judge “{text}” has two columns.' },
  'entry-missing': { zh: '这一行有分数，但没有参赛项目。', en: 'This row has scores and no entry.' },
  'entry-duplicated': {
    zh: '参赛项目“{text}”出现了两行。',
    en: 'The entry “{text}” has two rows.',
  },
  'judge-missing': { zh: '这一行没有评委。', en: 'This row names no judge.' },
  'score-not-a-decimal': {
    zh: '“{text}”不是分数：请写成 87.50 这样的数字，缺席或回避请留空。',
    en: '“{text}” is no score: write a number such as 87.50, and leave the cell empty where a judge gave none.',
  },
  'score-duplicated': {
    zh: '同一评委对同一项目同一指标评了两次（另一次在第 {text} 行）。',
    en: 'The same judge scored the same entry and criterion twice (also in row {text}).',
  },
  'published-score-not-a-decimal': {
    zh: '公布得分“{text}”不是数字。',
    en: 'The published score “{text}” is no number.',
  },
  'published-rank-not-a-decimal': {
    zh: '公布名次“{text}”不是数字。',
    en: 'The published rank “{text}” is no number.',
  },
  'too-many-rows': {
    zh: '行数太多：最多 {text} 行。',
    en: 'There are too many rows: at most {text} can be read here.',
  },
};
