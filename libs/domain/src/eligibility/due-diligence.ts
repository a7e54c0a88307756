import type { FieldProblem } from '../errors/field-problem.js';
import { type EligibilityItem, itemProblems } from './eligibility-setting.js';

/**
 * `refused`: the team does not submit to it, which is its retirement (退赛); `refusal-proposed`: one person says so, and a
 * second one has still to approve it.
 */
export const dueDiligenceStates = ['open', 'refusal-proposed', 'passed', 'refused'] as const;
export type DueDiligenceState = (typeof dueDiligenceStates)[number];

/** What is looked into (尽职调查) where an edition has set nothing. */
export const defaultDueDiligence: readonly EligibilityItem[] = [
  { key: 'applicant-verified', label: { zh: '参赛主体与报名信息一致', en: 'The applicant is who the entry says' } },
  {
    key: 'rights-clear',
    label: { zh: '知识产权归属清楚，无争议', en: 'The rights to the result are clear and undisputed' },
  },
  { key: 'facts-proven', label: { zh: '核心数据有材料证明', en: 'The main figures are proven by documents' } },
  { key: 'product-seen', label: { zh: '已核实样机、产品或场所', en: 'Prototype, product or premises were verified' } },
  { key: 'good-standing', label: { zh: '无严重失信或重大违法记录', en: 'There is no record of serious misconduct' } },
];

/** Keys that are none or stand twice, and a checklist without points. */
export function dueDiligenceProblems(checklist: readonly EligibilityItem[]): FieldProblem[] {
  return itemProblems('checklist', checklist);
}
