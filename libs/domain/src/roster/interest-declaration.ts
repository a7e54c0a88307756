import { hashJson } from '../hashing/hash-json.js';

/**
 * What a judge of an open stage declares before any entry opens (利益冲突声明), paragraph by paragraph in both languages.
 * Another wording is another version.
 */
export const interestDeclaration = {
  version: '2026-11-29',
  zh: [
    '我已逐一看过分配给本人评审的参赛团队名单。有利益关系的，我已逐项标出原因，将回避这些项目。',
    '除已标出的以外，我与名单上的项目、团队成员和他们的单位没有利益冲突。',
    '评审中才发现有利益关系的，我立即申请回避。',
  ],
  en: [
    'I have looked through the list of my teams. Where I have a tie, I have marked it with its reason, and I step back from that entry.',
    'Apart from those marked, I have no conflict of interest with the entries on the list, the members of the teams or their employers.',
    'A tie that I notice only while judging, I declare at once.',
  ],
} as const;

/** Hash of the wording in both languages, 64 hex digits: what the ledger is told beside the version. */
export const interestDeclarationHash = (): string => hashJson(interestDeclaration);

/** As much of a team as decides its place on the list that a judge declares by. */
export interface ListedTeam {
  /** Place of the entry in the judge's own order, from 1. */
  readonly position: number;
  /** Somebody of the team has the judge's present employer. */
  readonly isOfOwnEmployer: boolean;
}

/** Teams of the judge's own employer come first, each part in the judge's own order. */
export function listedForDeclaration<Team extends ListedTeam>(teams: readonly Team[]): Team[] {
  return [...teams].sort(
    (left, right) => Number(right.isOfOwnEmployer) - Number(left.isOfOwnEmployer) || left.position - right.position,
  );
}
