import { DomainError, fieldProblem } from '#domain';
import type { RequestFault } from './request-fault-texts.js';

const poisonedKeys = new Set(['__proto__', 'constructor', 'prototype']);
const deepest = 16;

/** Names the field, where it lies in one; the fault says what is wrong with the whole. */
function refuse(path: string, fault: RequestFault): never {
  if (path === '') throw new DomainError('request-invalid', { fault });
  throw new DomainError('request-invalid', { problems: [fieldProblem(path, 'value-not-allowed', { fault })] });
}

/**
 * Whether the database stores the text as it stands: PostgreSQL knows no U+0000, and half of a surrogate pair has no
 * UTF-8, so that it would be stored as something else.
 */
export function isStorableText(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

/**
 * Counts the keys of all objects within; refuses names that could reach a prototype, texts that cannot be stored, and
 * too deep a nesting.
 */
function countKeys(value: unknown, path: string, depth: number): number {
  if (typeof value === 'string' && !isStorableText(value)) refuse(path, 'text-not-storable');
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > deepest) refuse('', 'too-deep');
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item, index) => sum + countKeys(item, `${path}[${index}]`, depth + 1), 0);
  }
  return Object.entries(value).reduce((sum, [key, item]) => {
    if (!isStorableText(key)) refuse(path, 'name-not-allowed');
    const at = path === '' ? key : `${path}.${key}`;
    if (poisonedKeys.has(key)) refuse(at, 'name-not-allowed');
    return sum + 1 + countKeys(item, at, depth + 1);
  }, 0);
}

/**
 * JSON as the API accepts it. `JSON.parse` lets the last of two equal names win in silence: here the names written are
 * counted against the names kept, so a document that says two things is refused.
 *
 * @throws DomainError `request-invalid`
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('', 'not-json');
  }
  // A string followed by a colon is a name: outside strings, valid JSON has a colon nowhere else.
  let written = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/gs)) if (token[1] === ':') written += 1;
  if (written !== countKeys(value, '', 0)) refuse('', 'name-written-twice');
  return value;
}
