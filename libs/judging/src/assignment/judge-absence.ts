/** Why a judge of the edition is given nothing further. */
export const judgeAbsences = [
  'off-roster',
  'no-account',
  'declined',
  'unavailable',
  'not-drawn',
  'substitute',
] as const;
export type JudgeAbsence = (typeof judgeAbsences)[number];
