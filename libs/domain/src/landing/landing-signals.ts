export const landingSignalKeys = [
  'declared-way-in',
  'district-named',
  'investment-stated',
  'timetable-stated',
  'needs-stated',
  'local-partner',
] as const;
export type LandingSignalKey = (typeof landingSignalKeys)[number];

/** Weights of the signals and the sum from which an intent is suggested: data of an edition, these are the defaults. */
export interface LandingRule {
  readonly weights: Readonly<Record<LandingSignalKey, number>>;
  readonly threshold: number;
}

// A concrete district, a sum or a way in says more than general needs; no single signal is enough.
export const defaultLandingRule: LandingRule = {
  weights: {
    'declared-way-in': 3,
    'district-named': 3,
    'investment-stated': 3,
    'timetable-stated': 2,
    'needs-stated': 1,
    'local-partner': 2,
  },
  threshold: 6,
};
