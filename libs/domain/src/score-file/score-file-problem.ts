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
  'file-empty': { zh: '文件是空的；请另选文件或工作表。', en: 'The file is empty; choose another file or sheet.' },
  'header-not-found': {
    zh: '没有找到表头：需要一行写明项目和评委的列名。',
    en: 'No header was found: one row has to name the columns of entries and judges.',
  },
  'entry-column-missing': {
    zh: '没有参赛项目一列；请指明哪一列是项目。',
    en: 'There is no column of entries; say which column it is.',
  },
  'judge-columns-missing': {
    zh: '没有评委分数列；请指明哪些列是评委。',
    en: 'There is no column of a judge; say which columns are.',
  },
  'score-column-missing': {
    zh: '没有分数一列；请指明哪一列是分数。',
    en: 'There is no column of scores; say which column it is.',
  },
  'judge-duplicated': {
    zh: '评委“{text}”出现了两列；请改名或只留一列。',
    en: 'The judge “{text}” has two columns; rename one, or leave one out.',
  },
  'entry-missing': {
    zh: '这一行有分数，但没有参赛项目；请补上项目。',
    en: 'This row has scores and no entry; name the entry.',
  },
  'entry-duplicated': {
    zh: '参赛项目“{text}”出现了两行；请改名或合并。',
    en: 'The entry “{text}” has two rows; rename one, or merge them.',
  },
  'judge-missing': { zh: '这一行没有评委；请补上评委。', en: 'This row names no judge; name the judge.' },
  'score-not-a-decimal': {
    zh: '“{text}”不是分数：请写成 87.50 这样的数字，缺席或回避请留空。',
    en: '“{text}” is not a score: write a number such as 87.50, and leave the cell empty where a judge gave none.',
  },
  'score-duplicated': {
    zh: '同一评委对同一项目同一指标评了两次（另一次在第 {text} 行）；请只留一次。',
    en: 'The same judge scored the same entry and criterion twice (also in row {text}); leave one.',
  },
  'published-score-not-a-decimal': {
    zh: '公布得分“{text}”不是数字；请更正或留空。',
    en: 'The published score “{text}” is not a number; correct it, or leave the cell empty.',
  },
  'published-rank-not-a-decimal': {
    zh: '公布名次“{text}”不是数字；请更正或留空。',
    en: 'The published rank “{text}” is not a number; correct it, or leave the cell empty.',
  },
  'too-many-rows': {
    zh: '行数太多：最多 {text} 行；请拆分文件，或用 leitai tally 命令。',
    en: 'There are too many rows: at most {text} can be read here; split the file, or use leitai tally.',
  },
};
