import type { ContestFigures } from './key-figures.service.js';

export interface KeyFigureDefinition {
  readonly key: Exclude<keyof ContestFigures, 'key' | 'edition'>;
  readonly definition: { readonly zh: string; readonly en: string };
  readonly unit: { readonly zh: string; readonly en: string };
}

/** What each published figure counts, in the words that stand beside it on the page. */
export const keyFigureDefinitions: readonly KeyFigureDefinition[] = [
  {
    key: 'entries',
    definition: {
      zh: '已提交且未撤回的参赛项目数，每个项目计一次。',
      en: 'Entries submitted and not withdrawn, each counted once.',
    },
    unit: { zh: '个', en: 'entries' },
  },
  {
    key: 'countries',
    definition: {
      zh: '这些项目来自的国家和地区数；合计时同一国家（地区）只计一次。',
      en: 'Countries and regions of those entries; in the total each counts once.',
    },
    unit: { zh: '个', en: 'countries and regions' },
  },
  {
    key: 'transformations',
    definition: {
      zh: '有记录为进行中的成果转化（经人确认）的项目数；仅记录签约或到款的不计入，进展不等于完成。',
      en: 'Entries with a transformation of results recorded as in progress and confirmed; one recorded as contracted or paid alone is not counted, and progress is not completion.',
    },
    unit: { zh: '个', en: 'entries' },
  },
  {
    key: 'problemsSolved',
    definition: {
      zh: '经出题企业确认已解决的企业难题数；部分解决和等待企业确认的不计入。',
      en: 'Enterprise problems whose owner confirmed them solved; partly solved and unconfirmed ones are not counted.',
    },
    unit: { zh: '项', en: 'problems' },
  },
  {
    key: 'technicalProblemsSolved',
    definition: {
      zh: '参赛项目解决的关键技术难题数；与企业难题口径不同，两者不相加。',
      en: 'Key technical problems solved by the entries; defined otherwise than enterprise problems, never added to them.',
    },
    unit: { zh: '项', en: 'problems' },
  },
  {
    key: 'landingIntents',
    definition: {
      zh: '经人确认有落地意向的项目数；团队自报和系统提示的不计入。',
      en: 'Entries whose intent to land a person confirmed; declared and suggested ones are not counted.',
    },
    unit: { zh: '个', en: 'entries' },
  },
  {
    key: 'investmentYuan',
    definition: {
      zh: '这些已确认落地意向的意向投资额之和。',
      en: 'Sum of the investments intended by those confirmed entries.',
    },
    unit: { zh: '元', en: 'yuan' },
  },
];
