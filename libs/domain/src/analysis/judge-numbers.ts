import { sha256Hex } from '../hashing/sha256-hex.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';

/**
 * Numbers 1 … n of judges (评委 1…n), in an order that is the same every time and follows neither names nor ids: that
 * of a hash of the stage and the judge.
 *
 * @example judgeNumbers('stage', ['a', 'b']).get('a') // 1 or 2
 */
export function judgeNumbers(stage: string, judges: Iterable<string>): Map<string, number> {
  const hashed = [...new Set(judges)].map((judge) => ({ judge, hash: sha256Hex(`${stage}\n${judge}`) }));
  hashed.sort((left, right) => compareCodePoints(left.hash, right.hash));
  return new Map(hashed.map(({ judge }, index) => [judge, index + 1]));
}

/** A number as an id that sorts like it. */
export function judgeToken(number: number): string {
  return String(number).padStart(6, '0');
}

export function numberOfToken(token: string): number {
  return Number(token);
}
