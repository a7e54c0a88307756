/*
 * Coefficients of the rational approximations of W. J. Cody, Rational Chebyshev approximations for the error function,
 * Math. Comp. 23 (1969) 631–637, highest power first. Near 0: erf(x)/x in x². Middle: erfc(x)·exp(x²) in x.
 * Tail: (1/√π − x·exp(x²)·erfc(x))·x² in 1/x².
 */
const nearNumerator = [
  0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694,
];
const nearDenominator = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const middleNumerator = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const middleDenominator = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const tailNumerator = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const tailDenominator = [
  1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];

const inverseRootOfPi = 0.5641895835477563;

/**
 * Φ(z), the standard normal distribution function, within 1e-15; small values keep about 14 digits of their own.
 * Φ(−z) + Φ(z) = 1. NaN for NaN.
 *
 * @example normalDistribution(1.96) // 0.9750021048517795
 */
export function normalDistribution(z: number): number {
  const tail = 0.5 * complementaryError(Math.abs(z) * Math.SQRT1_2);
  return z > 0 ? 1 - tail : tail;
}

/** erfc(x) for x ≥ 0. */
function complementaryError(x: number): number {
  if (x <= 0.46875) return 1 - (x * polynomial(nearNumerator, x * x)) / polynomial(nearDenominator, x * x);
  if (x <= 4) return (gaussian(x) * polynomial(middleNumerator, x)) / polynomial(middleDenominator, x);
  if (x > 38) return 0;
  const inverse = 1 / (x * x);
  const correction = (inverse * polynomial(tailNumerator, inverse)) / polynomial(tailDenominator, inverse);
  return (gaussian(x) * (inverseRootOfPi - correction)) / x;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let index = 0; index < coefficients.length; index += 1) value = value * x + (coefficients[index] as number);
  return value;
}

/** exp(−x²): the square is split, because its rounding error would be multiplied by x². */
function gaussian(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
}

/**
 * z with Φ(z) = probability: the start of Abramowitz and Stegun 26.2.23 (error below 4.5e-4), refined by three steps
 * of Halley's method on Φ itself, each of which triples the number of right digits.
 *
 * @param probability in [0, 1]; 0 and 1 give −∞ and ∞
 * @throws RangeError outside.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no probability`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability === 0) return -Infinity;
  if (probability === 0.5) return 0;
  const t = Math.sqrt(-2 * Math.log(probability));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step += 1) {
    const error = (normalDistribution(z) - probability) / normalDensity(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

function normalDensity(z: number): number {
  return Math.SQRT1_2 * inverseRootOfPi * gaussian(Math.abs(z) * Math.SQRT1_2);
}

/**
 * Half width of a two-sided interval, in standard errors.
 *
 * @param confidence in (0, 1)
 * @throws RangeError outside.
 * @example twoSidedQuantile(0.95) // 1.959963984540054
 */
export function twoSidedQuantile(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`a confidence lies between 0 and 1, not ${confidence}`);
  return -normalQuantile((1 - confidence) / 2);
}
