/** Named places of a tally run, in order, at which a fault test ends the process. */
export const tallyPoints = [
  'before-claim',
  'after-claim',
  'in-snapshot',
  'after-inputs-read',
  'after-shadow',
  'after-compute',
  'after-completion',
  'after-rows',
  'after-judge-effects',
  'after-old-rows',
  'after-pending',
  'before-commit',
  'after-commit',
] as const;
export type TallyPoint = (typeof tallyPoints)[number];

/** Injection token of a `TallyFailpoint`; absent outside the fault tests. */
export const tallyFailpointToken = Symbol('tally failpoint');
export type TallyFailpoint = (point: TallyPoint) => void;
