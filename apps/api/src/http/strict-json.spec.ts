import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#domain';
import { parseStrictJson } from './strict-json.js';

const poisoned = new Set(['__proto__', 'constructor', 'prototype']);

describe('parseStrictJson', () => {
  it('reads every JSON text as JSON.parse does, however its strings are written', () => {
    const json = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/__proto__|constructor|prototype|\\u0000|\\ud[89a-f]/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is not misled by quotes, colons and backslashes inside strings', () => {
    const tricky = { 'a":"b': '"c":', 'd\\': '\\":{"e":1}', '': ': "', ':': '":"' };
    expect(parseStrictJson(JSON.stringify(tricky))).toEqual(tricky);
  });

  it('finds a name written twice at any depth', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }).filter((name) => !poisoned.has(name)),
        fc.nat(10),
        (name, depth) => {
          const key = JSON.stringify(name);
          const text = `${'[{"x":'.repeat(depth)}{${key}:1,${key}:1}${'}]'.repeat(depth)}`;
          expect(() => parseStrictJson(text)).toThrow(DomainError);
        },
      ),
    );
  });

  it.each(['{"a":"\\u0000"}', '["x", "\\ud800"]', '"\\udc00\\ud800"', '{"a\\u0000":1}', '{"\\ud83d":1}'])(
    'refuses %s, which no database stores as it stands',
    (text) => {
      expect(() => parseStrictJson(text)).toThrow(DomainError);
    },
  );

  it('takes characters beyond the basic plane, written either way', () => {
    expect(parseStrictJson('["\\ud842\\udfb7", "𠮷"]')).toEqual(['𠮷', '𠮷']);
  });

  it.each(['{"a":1', '', 'undefined', '01', '{"__proto__":1}', '[{"constructor":1}]', '['.repeat(40) + ']'.repeat(40)])(
    'refuses %s',
    (text) => {
      expect(() => parseStrictJson(text)).toThrow(DomainError);
    },
  );
});
