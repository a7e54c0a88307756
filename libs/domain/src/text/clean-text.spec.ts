import { describe, expect, it } from '@jest/globals';
import { cleanAnswer, cleanLine, cleanText } from './clean-text.js';

describe('cleanText', () => {
  it.each([
    ['turned', 'gpj\u202Eexe', 'gpjexe'],
    ['isolated', '\u2066a\u2069\u200Fb\u061C', 'ab'],
    ['without width', 'Lei\u200Btai\u2060\uFEFF\u00AD', 'Leitai'],
    ['of control', 'a\u0000b\u0007\u009Fc', 'abc'],
    ['half', 'a\uD83Db', 'ab'],
    ['tagged', 'a\u{E0061}\u{E0062}', 'a'],
  ])('drops characters that are %s', (_, typed, kept) => {
    expect(cleanText(typed)).toBe(kept);
  });

  it.each([
    ...[
      '𠮷野家',
      '葛\u{E0100}飾',
      '👩\u200D🔬 👨🏽\u200D🚀 👩\u200D❤️\u200D👨',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    ],
    ...['می\u200Cخواهم', 'क्\u200Dष', 'Ünïcödé – “ok”', 'a\n\n\tb'],
  ])('keeps what is seen or meant: %s', (typed) => {
    expect(cleanText(typed)).toBe(typed.normalize('NFC'));
  });

  it('does not keep a joiner where it joins nothing', () => {
    expect(cleanText('ab\u200Dcd\u200C e👩\u200Df')).toBe('abcd e👩f');
  });

  it('has one kind of line end, and none in a line', () => {
    expect(cleanText(' a\r\nb\rc\u2028d ')).toBe('a\nb\nc\nd');
    expect(cleanLine(' a \r\n b\tc ')).toBe('a b c');
  });

  it('changes nothing a second time, and takes long texts of such characters in its stride', () => {
    const long = 'a\u200D'.repeat(200_000);
    expect(cleanText(long)).toBe('a'.repeat(200_000));
    expect(cleanText(cleanText('e\u0301\u202E👩\u200D🔬'))).toBe('é👩\u200D🔬');
  });

  it('reaches every text of an answer, and leaves numbers alone', () => {
    expect(cleanAnswer([{ name: 'a\u202E', age: 3 }, ['\uFEFFb', null]], cleanLine)).toEqual([
      { name: 'a', age: 3 },
      ['b', null],
    ]);
  });
});
