/** Why a judge steps back by oneself; the words stand in the locale files. */
export const recusalReasons = [
  'own-entry',
  'same-organisation',
  'family',
  'business-interest',
  'adviser-of-the-team',
  'dispute',
  'other',
] as const;
export type RecusalReason = (typeof recusalReasons)[number];
