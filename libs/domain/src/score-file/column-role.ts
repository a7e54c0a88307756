export const columnRoles = [
  'entry',
  'judge',
  'criterion',
  'score',
  'published-score',
  'published-rank',
  'other',
] as const;
/** What a column of an office's file holds; `criterion` and `score` only where each row is one score. */
export type ColumnRole = (typeof columnRoles)[number];

/** Headers that name an entry, the surest identifier first. */
const entryHeaders = [
  /^(entry|entry id|entry no\.?|entry number)$/i,
  /^(参赛)?(项目|作品)(编号|序号|号)$/,
  /^(参赛)?(项目|作品)(名称)?$/,
  /^(title|project|project name|team|team name)$/i,
  /^(参赛)?(团队|队伍|队)(名称)?$/,
  /^(选手|姓名|参赛单位)$/,
  /^(编号|抽签号|出场顺序|no\.?|number)$/i,
  /^序号$/,
];
const judgeHeader = /^(评委|评审|专家|评审专家|裁判|judge|reviewer|juror)/i;
/** Columns about all judges, not of one: 评委平均分, 专家评分, judge count. */
const ofAllJudges =
  /(平均|均分|总分|最高|最低|得分|成绩|签名|签字|人数|average|mean|total|count|highest|lowest)|^(评委|评审|专家|裁判)(评分|打分|分数|分)$/i;
/** Figures and notes that are no judge's even on a sheet whose judges stand by name. */
const knownOther =
  /(最高|最低|平均|合计|总分|总计|偏差|备注|说明|奖项|等级|扣分|highest|lowest|average|total|deduction|remark|note|award)/i;
/** A judge's column on a sheet where each row is one score. */
const judgeNameHeader = /^(评委|评审|专家|评审专家|裁判|judge|reviewer|juror)(姓名|编号|name|id)?$/i;
const criterionHeader = /^(评审指标|指标|评分项|评分指标|criterion)$/i;
const scoreHeader = /^(分数|评分|得分|score|points)$/i;
/** Figures of an office that are the published score, the most final first. */
const publishedScoreHeaders = [
  /^(最终|最后|综合|实际|公布|总)(得分|成绩|分数|分|评分)$/,
  /^(final score|published score|total score|result|final)$/i,
  /^(平均分|平均得分|均分|得分|成绩|分数|评分|评委平均分|评委评分|专家评分|专家打分)$/,
  /^(score|average|mean|total)$/i,
];
const publishedRankHeader = /^(名次|排名|排序|位次|rank|place|ranking)$/i;

const isOneOf = (patterns: readonly RegExp[], text: string) => patterns.some((pattern) => pattern.test(text));

/** Blanks within Chinese headers are layout: 项 目 名 称. */
export function headerText(cell: string): string {
  const text = cell.replace(/[\s\u3000]+/g, ' ').trim();
  return /[\u4e00-\u9fff]/.test(text) ? text.replaceAll(' ', '').replace(/[（(].*[)）]$/, '') : text;
}

/** How many of a row's cells look like headers. */
export function headerLikeness(row: readonly string[]): number {
  return row.map(headerText).filter((text) => text !== '' && isHeader(text)).length;
}

function isJudgeHeader(text: string): boolean {
  return judgeHeader.test(text) && !ofAllJudges.test(text);
}

/** Whether a column that says nothing else may be a judge's, where judges stand by name: 王某, J. Doe. */
export function mayNameJudge(header: string): boolean {
  const text = headerText(header);
  return text !== '' && !knownOther.test(text) && !ofAllJudges.test(text);
}

function isHeader(text: string): boolean {
  return (
    isOneOf(entryHeaders, text) ||
    isJudgeHeader(text) ||
    criterionHeader.test(text) ||
    isOneOf(publishedScoreHeaders, text) ||
    publishedRankHeader.test(text)
  );
}

/**
 * The role of each column of an office's sheet, in the order of its headers: at most one entry, published score and
 * published rank. On a sheet of one score a row the judge, criterion and score columns are single, too.
 *
 * @param layout `wide`: rows entries, columns judges; `long`: one score a row
 */
export function columnRolesOf(headers: readonly string[], layout: 'wide' | 'long'): ColumnRole[] {
  const texts = headers.map(headerText);
  const roles = texts.map((): ColumnRole => 'other');
  const give = (role: ColumnRole, index: number) => {
    if (index >= 0 && roles[index] === 'other') roles[index] = role;
  };
  give('entry', firstMatching(texts, entryHeaders));
  if (layout === 'long') {
    give(
      'judge',
      texts.findIndex((text) => judgeNameHeader.test(text)),
    );
    give(
      'criterion',
      texts.findIndex((text) => criterionHeader.test(text)),
    );
    give(
      'score',
      texts.findIndex((text) => scoreHeader.test(text)),
    );
    return roles;
  }
  texts.forEach((text, index) => {
    if (isJudgeHeader(text)) give('judge', index);
  });
  give('published-score', firstMatching(texts, publishedScoreHeaders));
  give(
    'published-rank',
    texts.findIndex((text) => publishedRankHeader.test(text)),
  );
  return roles;
}

function firstMatching(texts: readonly string[], patterns: readonly RegExp[]): number {
  for (const pattern of patterns) {
    const index = texts.findIndex((text) => pattern.test(text));
    if (index >= 0) return index;
  }
  return -1;
}
