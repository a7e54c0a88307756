import type { BilingualText } from '../contest/stage-rules.js';
import type { RandomEffectsLimitation } from '../severity/random-effects-fit.js';
import { capitalised, entriesEn, entriesZh, grouped, judgesEn, judgesZh, listEn, listZh } from './named-lists.js';
import { limitationText } from './severity-limitation-texts.js';
import type { TallyWarning, TallyWarningCode } from './tally-result.js';

/** What a warning says to a reader: what was found, and what can be done about it. */
export interface TallyWarningText {
  readonly says: BilingualText;
  readonly advice: BilingualText;
}

type Sentences = Readonly<
  Record<TallyWarningCode, { readonly says: (warning: TallyWarning) => BilingualText; readonly advice: BilingualText }>
>;

const sentences: Sentences = {
  'criterion-not-applicable': {
    says: ({ entries, details }) => ({
      zh: `没有评委给${entriesZh(entries)}的“${details.criterion}”评分；该指标不计入其总分。`,
      en: `No judge scored “${details.criterion}” for ${entriesEn(entries)}; it is left out of their sums.`,
    }),
    advice: {
      zh: '如该指标应适用于这些项目，请补充评分。',
      en: 'Where the criterion should apply to them, have it scored.',
    },
  },
  'scores-missing': {
    says: ({ entries, details }) => ({
      zh: `${entriesZh(entries)}有 ${grouped(details.sheets)} 份评分表缺分，按“${details.policy}”处理。`,
      en: `${grouped(details.sheets)} sheets of ${entriesEn(entries)} lack scores; treated by ${details.policy}.`,
    }),
    advice: {
      zh: '请补齐缺分，或确认规则认可这种处理。',
      en: 'Have the scores completed, or confirm that the rules say so.',
    },
  },
  'sheets-excluded': {
    says: ({ entries, details }) => ({
      zh: `${entriesZh(entries)}有 ${grouped(details.sheets)} 份评分表缺分，未计入。`,
      en: `${grouped(details.sheets)} sheets of ${entriesEn(entries)} lack scores and were left out.`,
    }),
    advice: { zh: '请补齐缺分，使这些评分表计入。', en: 'Have the scores completed, so that the sheets count.' },
  },
  'trim-fallback-used': {
    says: ({ entries, details }) => ({
      zh: `${entriesZh(entries)}的评分太少，不能去掉高低分，改取${details.fallback === 'median' ? '中位数' : '平均分'}。`,
      en: capitalised(`${entriesEn(entries)} had too few scores to trim; the ${details.fallback} was taken instead.`),
    }),
    advice: { zh: '请为这些项目增加评委。', en: 'Have more judges score these entries.' },
  },
  'too-few-scores-to-trim': {
    says: ({ entries }) => ({
      zh: `${entriesZh(entries)}的评分太少，不能去掉高低分，未予排名。`,
      en: capitalised(`${entriesEn(entries)} had too few scores to trim and could not be ranked.`),
    }),
    advice: { zh: '请为这些项目增加评委。', en: 'Have more judges score these entries.' },
  },
  'small-trimmed-panel': {
    says: ({ entries }) => ({
      zh: `${entriesZh(entries)}去掉高低分后只剩不到三个评分，得分几乎由一两位评委决定。`,
      en: `Trimming left fewer than three scores of ${entriesEn(entries)}; one or two judges decide, and no standard error is given.`,
    }),
    advice: {
      zh: '请增加评委，或少去几个分，或改用中位数。',
      en: 'Have more judges score these entries, trim less, or use the median.',
    },
  },
  'one-sheet-judge': {
    says: ({ judges = [] }) => ({
      zh: `${judgesZh(judges)}只评了一个项目，无从标准化；该评分按平均水平（z = 0）计入。`,
      en: capitalised(`${judgesEn(judges)} scored one entry only; the sheet counts as average (z = 0).`),
    }),
    advice: {
      zh: '请让每位评委评多个项目，或改用其他方法。',
      en: 'Have each judge score several entries, or use another method.',
    },
  },
  'zero-variance-judge': {
    says: ({ judges = [] }) => ({
      zh: `${judgesZh(judges)}给所有项目的总分相同，不能区分项目；其评分按平均水平（z = 0）计入。`,
      en: capitalised(`${judgesEn(judges)} gave every entry the same total; the sheets count as average (z = 0).`),
    }),
    advice: { zh: '请与评委核对评分是否如其本意。', en: 'Ask the judge whether the scores are as meant.' },
  },
  'too-few-sheets-for-z': {
    says: ({ judges = [], details }) => ({
      zh: `${judgesZh(judges)}的评分表不足 ${details.below} 份，其平均分和标准差很不稳定，不建议用标准分。`,
      en: capitalised(
        `${judgesEn(judges)} scored fewer than ${details.below} entries; their mean and spread say little, and standardising is not recommended.`,
      ),
    }),
    advice: {
      zh: '请增加每位评委评审的项目数，或改用平均分或校正评委宽严的方法。',
      en: 'Have each judge score more entries, or use the mean or a severity-adjusted score.',
    },
  },
  'judge-left-out': {
    says: ({ judges = [] }) => ({
      zh: `${judgesZh(judges)}只评了一个项目，没有可比较的对象，未计入。`,
      en: capitalised(`${judgesEn(judges)} scored one entry only, which compares nothing, and was left out.`),
    }),
    advice: { zh: '请让每位评委至少评两个项目。', en: 'Have each judge score at least two entries.' },
  },
  'judge-lists-differ': {
    says: ({ entries, judges = [], details }) => ({
      zh: `各评委评审的项目不同，缺 ${grouped(details.sheets)} 份评分表（如${judgesZh(judges)}未评${entriesZh(entries)}），不能按名次计分，未予排名。`,
      en: `The judges did not all rank the same entries: ${grouped(details.sheets)} sheets are lacking (${judgesEn(judges)} did not score ${entriesEn(entries)}); points by place can’t be summed, and nobody is ranked.`,
    }),
    advice: {
      zh: '请补齐评分表，或改用 borda（按各评委自己的名单计算）。',
      en: 'Have the sheets completed, or use borda, which treats each judge’s list separately.',
    },
  },
  'pair-not-compared': {
    says: ({ entries, details }) => ({
      zh: `有 ${grouped(details.pairs)} 对项目没有任何评委同时评过，这些对不计胜负；涉及${entriesZh(entries)}。`,
      en: `No judge compared ${grouped(details.pairs)} pairs of entries; these pairs are not counted. This concerns ${entriesEn(entries)}.`,
    }),
    advice: {
      zh: '胜场数只在比较对数相近时可比；请补充同时评这些项目的评委。',
      en: 'Win counts are comparable only when entries have met a similar number of others; have judges score both entries of such pairs.',
    },
  },
  'components-not-comparable': {
    says: ({ entries, details }) => ({
      zh: `评分分成 ${details.components} 个互不相连的部分（例如：${listZh(entries)}），没有评委跨部分评审；校正后的得分不能跨部分比较，不予排名。`,
      en: `The scores fall into ${details.components} parts that no judge connects (for example: ${listEn(entries)}); adjusted scores can’t be compared across them and are not ranked.`,
    }),
    advice: {
      zh: '请让一些评委跨部分评审，或按部分分别排名。',
      en: 'Have some judges score entries of several parts, or rank the parts apart.',
    },
  },
  bridge: {
    says: ({ entries, judges = [], details }) => ({
      zh: `有 ${grouped(details.sheets)} 份评分表是各部分之间唯一的联系（${judgesZh(judges)}，${entriesZh(entries)}）；一份评分即可整体抬高或压低一边。`,
      en: `${grouped(details.sheets)} sheets are the only link between parts of the scores (${judgesEn(judges)}, ${entriesEn(entries)}); one such score moves all of one side.`,
    }),
    advice: { zh: '请为联系处增加评审。', en: 'Have more judges score entries on both sides.' },
  },
  'weak-link': {
    says: ({ details }) => ({
      zh: `评委与项目之间的联系很弱（代数连通度 ${details.connectivity}），校正后的得分误差较大。`,
      en: `Judges and entries are weakly linked (algebraic connectivity ${details.connectivity}); adjusted scores carry large errors.`,
    }),
    advice: {
      zh: '请让更多评委评审共同的项目，并参看标准误。',
      en: 'Have more judges share entries, and read the standard errors.',
    },
  },
  separation: {
    says: ({ entries, details }) => ({
      zh: `仅凭比较数据不能确定 ${details.groups} 组项目之间的先后（例如：${listZh(entries)}），有的组对其他组只胜或只负；结果依赖所设的先验。`,
      en: `The comparisons alone do not place ${details.groups} groups of entries, which only win or only lose against the others (for example: ${listEn(entries)}); the result leans on the prior.`,
    }),
    advice: { zh: '请补充各组之间的比较。', en: 'Add comparisons between the groups.' },
  },
  'severity-limited': {
    says: ({ details }) => limitationText(details.limitation as RandomEffectsLimitation),
    advice: {
      zh: '请让每位评委评多个项目、每个项目由多位评委评审，或改用平均分。',
      en: 'Have each judge score several entries and each entry scored by several judges, or use the mean.',
    },
  },
  'not-converged': {
    says: ({ details }) => ({
      zh: `迭代 ${details.iterations} 次仍未收敛，结果不可靠。`,
      en: `The fit did not converge within ${details.iterations} iterations; the result can’t be relied upon.`,
    }),
    advice: {
      zh: '请勿据此排名；请改用其他方法，或补充评审。',
      en: 'Do not rank by it; use another method, or have more sheets scored.',
    },
  },
  'entry-insufficient': {
    says: ({ entries }) => ({
      zh: `${entriesZh(entries)}没有可计入的评分，未予排名。`,
      en: capitalised(`${entriesEn(entries)} had no sheet that counts and could not be ranked.`),
    }),
    advice: { zh: '请安排评审。', en: 'Have the missing sheets scored.' },
  },
};

/** What the warning says in both languages, and what can be done about it. */
export function tallyWarningText(warning: TallyWarning): TallyWarningText {
  const { says, advice } = sentences[warning.code];
  return { says: says(warning), advice };
}
