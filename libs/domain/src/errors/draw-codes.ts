/** Why an act on a draw is refused; part of `domainErrorCodes`. */
export const drawErrorCodes = [
  'draw-open',
  'draw-begun',
  'draw-ended',
  'draw-seed-early',
  'draw-evidence-missing',
  'draw-seat-standing',
  'draw-reserves-used',
  'draw-seats-short',
  'draw-pool-changed',
] as const;

/** What is wrong with a field of a draw; part of `fieldProblemCodes`. */
export const drawFieldProblemCodes = [
  'draw-member-unknown',
  'draw-member-twice',
  'draw-member-excluded',
  'draw-outcome-wrong',
  'draw-place-expected',
  'draw-place-twice',
  'draw-place-beyond',
  'draw-panel-unknown',
  'draw-members-missing',
  'draw-count-differs',
  'draw-kind-short',
  'draw-employer-full',
  'draw-pool-short',
  'draw-kinds-exceed-seats',
  'draw-panels-missing',
  'draw-seed-soon',
  'draw-file-refused',
  'time-future',
] as const;
