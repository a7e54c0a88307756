import { compareCodePoints } from '../identifier/compare-code-points.js';
import { organisationKey } from '../organisation/organisation-name.js';

const ofWord = /[\p{L}\p{N}]/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isSpaced = (sign: string | undefined) => sign !== undefined && ofWord.test(sign) && !unspaced.test(sign);

/**
 * A keyword as it is compared: case, width, accents and punctuation do not count. Empty where nothing is left to compare,
 * as of C++ and C#, of which the one letter says something else.
 */
export function keywordKey(keyword: string): string {
  const key = organisationKey(keyword);
  return /^\p{Script=Latin}$/u.test(key) && [...keyword.trim()].length > 1 ? '' : key;
}

/**
 * Finds keywords in texts. One of a script with spaces is found as whole words alone (AI is not in maintain), a Chinese
 * one anywhere.
 */
export class KeywordIndex {
  private readonly byStart = new Map<string, string[]>();

  /** @param keywords as typed; what has no letter or digit, or one letter among other signs, is left out */
  constructor(keywords: Iterable<string>) {
    for (const key of new Set([...keywords].map(keywordKey))) {
      if (key !== '') this.byStart.set(startOf(key), [...(this.byStart.get(startOf(key)) ?? []), key]);
    }
  }

  /** Keys of those that stand in a text, in code point order. */
  found(text: string): string[] {
    if (this.byStart.size === 0) return [];
    const whole = organisationKey(text);
    const found = new Set<string>();
    for (let at = 0; at < whole.length; at += 1) {
      for (const start of [whole.slice(at, at + 1), whole.slice(at, at + 2)]) {
        for (const key of this.byStart.get(start) ?? []) if (standsAt(whole, at, key)) found.add(key);
      }
    }
    return [...found].sort(compareCodePoints);
  }
}

/** The first two characters; of a keyword of one alone, that one. */
const startOf = (key: string) => key.slice(0, 2);

function standsAt(whole: string, at: number, key: string): boolean {
  const isJoined = (left: number) => isSpaced(whole[left]) && isSpaced(whole[left + 1]);
  return whole.startsWith(key, at) && !isJoined(at - 1) && !isJoined(at + key.length - 1);
}
