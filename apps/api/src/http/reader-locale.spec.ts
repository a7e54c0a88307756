import { describe, expect, it } from '@jest/globals';
import { readerLocale } from './reader-locale.js';

describe('readerLocale', () => {
  it.each([
    [undefined, undefined, 'zh'],
    [undefined, '', 'zh'],
    [undefined, 'en', 'en'],
    [undefined, 'en-US,en;q=0.9,zh;q=0.8', 'en'],
    [undefined, 'en;q=0.2, zh-Hans-CN;q=0.9', 'zh'],
    [undefined, 'fr, de;q=0.9, en;q=0.1', 'en'],
    [undefined, 'fr', 'zh'],
    [undefined, 'en;q=0, zh;q=0.1', 'zh'],
    [undefined, 'en;q=x', 'zh'],
    [undefined, '*', 'zh'],
    ['en', 'zh', 'en'],
    ['zh', 'en', 'zh'],
  ] as const)('of a person with %s who asks for %s is %s', (own, header, expected) => {
    expect(readerLocale(own, header)).toBe(expected);
  });
});
