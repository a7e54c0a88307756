import { describe, expect, it } from '@jest/globals';
import { cleanFileName, namedFileType } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['商业计划书.pdf', '商业计划书.pdf'],
    ['𠮷野家.pdf', '𠮷野家.pdf'],
    ['  plan.pdf ', 'plan.pdf'],
    ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
    ['plan\u202Efdp.exe', 'planfdp.exe'],
    ['pl\u200Ban\uFEFF.pdf', 'plan.pdf'],
    ['\u2066a\u2069.pdf', 'a.pdf'],
    ['=HYPERLINK("x").pdf', '=HYPERLINK("x").pdf'],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanFileName(typed)).toBe(kept);
  });

  it.each([
    '',
    '   ',
    '\u202E',
    '.',
    '..',
    'a/b.pdf',
    'a\\b.pdf',
    'a\u0000.pdf',
    'a\nb.pdf',
    '\uD842.pdf',
    'a\u2028b',
    'x'.repeat(201),
  ])('%j is refused', (typed) => {
    expect(cleanFileName(typed)).toBeNull();
  });

  it.each([
    ['a.pdf', 'pdf'],
    ['a.PDF', 'pdf'],
    ['a.b.jpg', 'jpeg'],
    ['a.pdf.exe', null],
    ['a.svg', null],
    ['a.html', null],
    ['pdf', null],
    ['a.constructor', null],
  ])('%j says it is %j', (name, type) => {
    expect(namedFileType(name)).toBe(type);
  });
});
