/**
 * Uniform numbers in (0, 1), never 0 or 1, the same for the same seed on every machine: xoshiro128++ of Blackman and
 * Vigna (Scrambled linear pseudorandom number generators, ACM Trans. Math. Softw. 47:4, 2021), period 2^128 − 1, in
 * steps of 2^−32. For simulation, never for secrets.
 *
 * @param seed any integer; its lowest 32 bits count
 * @throws RangeError for a seed that is no integer.
 * @example seededRandom(1)() // the first number of the sequence of seed 1
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is an integer, not ${seed}`);
  const word = xoshiro128(scattered(seed, 1), scattered(seed, 2), scattered(seed, 3), scattered(seed, 4));
  return () => (word() + 0.5) / 4294967296;
}

/** 32-bit words from a state that is not all 0. */
export function xoshiro128(first: number, second: number, third: number, fourth: number): () => number {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
  let d = fourth | 0;
  return () => {
    const sum = (a + d) | 0;
    const word = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return word >>> 0;
  };
}

/**
 * Neighbouring seeds give unrelated states: steps of the golden ratio through a bijection of 32-bit words
 * (multiply and xor-shift). The four words differ, so they are never all 0.
 */
function scattered(seed: number, step: number): number {
  let word = (seed + Math.imul(step, 0x9e3779b9)) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}

/**
 * Independent standard normal numbers from uniform ones, by the polar method of Marsaglia and Bray (A convenient method
 * for generating normal variables, SIAM Review 6, 1964, 260–264).
 *
 * @param uniform in (0, 1), such as `seededRandom` gives
 */
export function standardNormal(uniform: () => number): () => number {
  let spare = 0;
  let hasSpare = false;
  return () => {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    hasSpare = true;
    return x * scale;
  };
}
