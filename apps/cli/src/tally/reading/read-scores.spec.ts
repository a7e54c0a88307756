import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runTallyCommand, tallyOf } from '../../../../../test/builders/tally-command.js';

const header = 'entry,judge,criterion,score';
const rows = (...lines: string[]) => [header, ...lines, ''].join('\n');

describe('input that is refused: exit code 1, nothing on standard output', () => {
  it.each<[string, string | Buffer, string[], RegExp]>([
    [
      'a score twice, naming both lines',
      rows('A,j1,x,8', 'B,j1,x,8', 'A,j1,x,8'),
      [],
      /^error: FILE:4:4: entry "A", judge "j1", criterion "x" was scored on line 2 already\n$/,
    ],
    [
      'a line after a field of two lines',
      'entry,judge,note,score\nA,j1,"a\nb",8\nA,j2,,x\n',
      [],
      /^error: FILE:4:4: score "x" is not a plain decimal/,
    ],
    ['an empty score', rows('A,j1,x,'), [], /FILE:2:4: score "" is empty/],
    ['an exponent', rows('A,j1,x,1e2'), [], /FILE:2:4: score "1e2" is not a plain decimal/],
    ['NaN', rows('A,j1,x,NaN'), [], /FILE:2:4/],
    ['Infinity', rows('A,j1,x,Infinity'), [], /FILE:2:4/],
    ['negative zero', rows('A,j1,x,-0'), [], /FILE:2:4: score "-0" is negative zero/],
    ['full-width digits', rows('A,j1,x,９５'), [], /FILE:2:4/],
    ['a blank before a score', rows('A,j1,x, 8'), [], /FILE:2:4/],
    ['a decimal comma', rows('A,j1,x,"9,5"'), [], /FILE:2:4/],
    ['too many digits', rows(`A,j1,x,${'9'.repeat(41)}`), [], /FILE:2:4: .*longer than 40/],
    ['a row too short', rows('A,j1,x'), [], /FILE:2: the row has 3 fields, the header 4/],
    ['a row too long', rows('A,j1,x,8,9'), [], /FILE:2: the row has 5 fields/],
    ['an entry without a name', rows(',j1,x,8'), [], /FILE:2:1: entry is empty/],
    ['a judge with a blank at the end', rows('A,j1 ,x,8'), [], /FILE:2:2: judge "j1 " begins or ends with a blank/],
    [
      'one name in two Unicode spellings',
      rows('Caf\u00e9,j1,x,8', 'Cafe\u0301,j2,x,8'),
      [],
      /FILE:3:1: entry .* looks like the one of line 2/,
    ],
    [
      'one criterion in two Unicode spellings',
      rows('A,j1,Caf\u00e9,8', 'A,j2,Cafe\u0301,9'),
      [],
      /FILE:3:3: criterion .* looks like the one of line 2/,
    ],
    [
      'two entries that only a zero-width space tells apart',
      rows('A,j1,x,8', 'A\u200b,j2,x,8'),
      [],
      /FILE:3:1: entry .* looks like the one of line 2/,
    ],
    ['an entry of which nothing shows', rows('\u200b,j1,x,8'), [], /FILE:2:1: entry is empty/],
    ['a line without end', `${header}\n${'x'.repeat(1_100_000)}`, [], /FILE:2: a line of more than 1000000 bytes/],
    [
      'whole sheets mixed with criteria',
      rows('A,j1,x,8', 'A,j2,,8'),
      [],
      /FILE:3:3: whole sheets and criteria are mixed: line 2/,
    ],
    [
      'a criterion without a weight',
      rows('A,j1,x,8', 'A,j1,y,8'),
      ['--weights', 'x=1'],
      /FILE:3:3: criterion "y" has no weight/,
    ],
    [
      'missing scores in a method on whole sheets',
      rows('A,j1,x,8', 'A,j1,y,8', 'A,j2,x,9'),
      ['--method', 'median'],
      /FILE: judge "j2" gave entry "A" no score for "y" \(1 such scores in all\); median works/,
    ],
    [
      'too few scores to trim where that is refused',
      rows('A,j1,x,8'),
      ['--method', 'trimmed-mean', '--trim-fallback', 'refuse'],
      /FILE: Entry \(“A”\) had too few scores to trim/,
    ],
    ['no such column', 'entry,judge,points\nA,j1,8\n', [], /FILE:1: no column "score".*"points"/],
    [
      'a column twice',
      'entry,judge,score,score\nA,j1,8,8\n',
      [],
      /FILE:1:3: the column "score" stands in the header twice/,
    ],
    ['an empty file', '', [], /FILE: the file is empty/],
    ['a header alone', `${header}\n`, [], /FILE: the file has a header and no scores/],
    [
      'a quote that is never closed',
      rows('A,j1,"x,8', 'B,j1,x,8'),
      [],
      /FILE:2:3: a quote opened here is never closed/,
    ],
    [
      'more decimals than any step has',
      rows('A,j1,x,8.1234567890123'),
      [],
      /FILE:2:4: .*more than 12 digits after the/,
    ],
    ['a bell in a name', rows('A\u0007b,j1,x,8'), [], /FILE:2:1: entry "A\\u0007b" has a control character/],
    ['a line break in a name', rows('"A\nb",j1,x,8'), [], /FILE:2:1: entry "A\\u000ab" has a control character/],
    [
      'two judges that only the width of a blank tells apart',
      rows('A,J Doe,x,8', 'B,J\u3000Doe,x,8'),
      [],
      /FILE:3:2: judge .* looks like the one of line 2/,
    ],
    [
      'a plain name after one with something hidden in it',
      rows('A\u200b,j1,x,8', 'A,j2,x,8'),
      [],
      /FILE:3:1: entry "A" looks like the one of line 2/,
    ],
    [
      'a file in GBK',
      Buffer.concat([Buffer.from(`${header}\nA,j1,x,8\n`), Buffer.from([0xbc, 0xd7]), Buffer.from(',j1,x,8\n')]),
      [],
      /FILE:3: the file is not UTF-8/,
    ],
    ['a file in UTF-16', Buffer.from(`\ufeff${rows('A,j1,x,8')}`, 'utf16le'), [], /FILE:1: the file is not UTF-8/],
    [
      'two deductions of one sheet',
      'entry,judge,criterion,score,minus\nA,j1,x,8,1\nA,j1,y,8,2\n',
      ['--deduction-column', 'minus'],
      /FILE:3:5: deduction 2 of the same sheet was 1 on line 2/,
    ],
    [
      'a negative deduction',
      'entry,judge,criterion,score,minus\nA,j1,x,8,-1\n',
      ['--deduction-column', 'minus'],
      /FILE:2:5: deduction "-1" is below 0/,
    ],
  ])('%s', async (_name, content, words, said) => {
    const { out, err, code } = await tallyOf(content, ...words);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(said);
  });

  it('the line of a score far down, after lines without one', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `e${at},j1,x,${at % 100}\n\n`).join('');
    const { err } = await tallyOf(`${header}\n${many}e17,j1,x,3\n`);
    expect(err).toBe('error: FILE:10002:4: entry "e17", judge "j1", criterion "x" was scored on line 36 already\n');
  });

  it('a file that is not there', async () => {
    const { out, err, code } = await runTallyCommand([join(tmpdir(), 'leitai-absent', 'absent.csv')]);
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(/absent\.csv: ENOENT/);
  });
});
