import { describe, expect, it } from '@jest/globals';
import { signatureProblems } from './signature.js';

const problems = (way: 'none' | 'paper' | 'screen' | undefined, given?: unknown) =>
  signatureProblems(way === undefined ? {} : { signature: way }, given).map(({ code }) => code);

describe('a signature', () => {
  it('is asked for where the rules have sheets signed on the screen, and nowhere else', () => {
    const typed = { kind: 'typed', content: '李华' };
    expect(problems('screen')).toEqual(['signature-missing']);
    expect(problems('screen', typed)).toEqual([]);
    for (const way of ['none', 'paper', undefined] as const) {
      expect(problems(way)).toEqual([]);
      expect(problems(way, typed)).toEqual(['signature-not-allowed']);
    }
  });

  it.each([
    ['a stroke', { kind: 'drawn', content: 'M10 20L30 40L599 199' }, []],
    ['two strokes', { kind: 'drawn', content: 'M10 20L30 40M1 1L2 2' }, []],
    ['a point alone', { kind: 'drawn', content: 'M10 20' }, ['signature-invalid']],
    ['markup', { kind: 'drawn', content: 'M10 20L30 40"/><script>' }, ['signature-invalid']],
    ['too long a path', { kind: 'drawn', content: `M1 1${'L1 1'.repeat(6000)}` }, ['signature-invalid']],
    ['a blank name', { kind: 'typed', content: ' \u200b ' }, ['signature-invalid']],
    ['a name of two lines', { kind: 'typed', content: 'a\nb' }, ['signature-invalid']],
    ['too long a name', { kind: 'typed', content: 'x'.repeat(101) }, ['signature-invalid']],
    ['another kind', { kind: 'scanned', content: 'x' }, ['signature-invalid']],
    ['a text', 'Li Hua', ['signature-invalid']],
  ])('of %s', (_, given, expected) => {
    expect(problems('screen', given)).toEqual(expected);
  });
});
