/** Why an act on a calibration entry is refused; part of `domainErrorCodes`. */
export const calibrationErrorCodes = [
  'calibration-begun',
  'calibration-full',
  'calibration-of-stage',
  'calibration-twice',
  'calibration-submitted',
  'calibration-first',
] as const;
