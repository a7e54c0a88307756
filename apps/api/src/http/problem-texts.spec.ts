import { describe, expect, it } from '@jest/globals';
import { DomainError, domainErrorCodes, fieldProblem, fieldProblemCodes, fieldProblemTexts } from '#domain';
import { blockerTexts } from './blocker-texts.js';
import { problemStatus } from './problem-status.js';
import { problemTexts } from './problem-texts.js';
import { requestFaultTexts } from './request-fault-texts.js';
import { toProblem } from './problem.filter.js';

const chinese = /[\u4e00-\u9fa5]/;
/** What is quoted stands in “ ”. */
const plain = /^[\x20\x21\x23-\x7e\u2019\u201c\u201d]+$/;

describe('the sentences of refusals', () => {
  it.each([...domainErrorCodes])('%s has a status and a sentence in both languages', (code) => {
    expect(problemStatus[code]).toBeGreaterThanOrEqual(400);
    expect(problemTexts[code].zh).toMatch(chinese);
    expect(problemTexts[code].en).toMatch(plain);
  });

  it.each([...fieldProblemCodes])('%s of a field has a sentence in both languages', (code) => {
    expect(fieldProblemTexts[code].zh).toMatch(chinese);
    expect(fieldProblemTexts[code].en).toMatch(plain);
  });

  it.each(Object.entries(blockerTexts))('%s as a blocker has a sentence in both languages', (_, text) => {
    expect(text.zh).toMatch(chinese);
    expect(text.en).toMatch(plain);
  });

  it.each(Object.entries(requestFaultTexts))('%s of a request has a sentence in both languages', (_, text) => {
    expect(text.zh).toMatch(chinese);
    expect(text.en).toMatch(plain);
  });

  it('has no sentence for a code that does not exist', () => {
    expect(new Set(Object.keys(problemTexts))).toEqual(new Set(domainErrorCodes));
    expect(new Set(Object.keys(fieldProblemTexts))).toEqual(new Set(fieldProblemCodes));
    expect(new Set(Object.keys(problemStatus))).toEqual(new Set(domainErrorCodes));
  });

  it('names every code once', () => {
    expect(domainErrorCodes.filter((code, at) => domainErrorCodes.indexOf(code) !== at)).toEqual([]);
  });
});

describe('toProblem', () => {
  it('fills the sentence from the details and names each field', () => {
    const error = new DomainError('too-many-attempts', {
      retryAfterSeconds: 7,
      problems: [fieldProblem('a.b[0]', 'field-missing')],
    });
    expect(toProblem(error, 'en', '/x')).toEqual({
      type: 'urn:leitai:problem:too-many-attempts',
      title: 'too many attempts',
      status: 429,
      code: 'too-many-attempts',
      detail: 'Too many attempts; try again in 7 s.',
      errors: [{ path: 'a.b[0]', code: 'field-missing', detail: 'This field is required.' }],
      details: { retryAfterSeconds: 7 },
      instance: '/x',
    });
  });

  it('tells of each blocker in the reader’s language, whether it came as a code or with facts', () => {
    const blockers = [
      'window-open',
      { code: 'sheets-missing', count: 3 },
      { code: 'sheets-insufficient', stageName: { zh: '决赛', en: 'Final' }, entries: [4, 7] },
    ];
    const told = (locale: 'zh' | 'en') => toProblem(new DomainError('stage-not-ready', { blockers }), locale, '/x');
    expect(told('en').details?.['blockers']).toMatchObject([
      { code: 'window-open', detail: 'Judging has not been closed.' },
      { code: 'sheets-missing', count: 3, detail: 'Score sheets not yet submitted: 3.' },
      { code: 'sheets-insufficient', detail: 'Final: too few valid sheets for entries 4, 7.' },
    ]);
    expect(told('zh').details?.['blockers']).toMatchObject([
      { detail: '评审尚未结束。' },
      { detail: '尚未提交的评分表：3 份。' },
      { detail: '决赛：有效评分不足的项目：4、7。' },
    ]);
  });

  it('says of a request that is wrong as a whole what is wrong, not that its fields are named', () => {
    const told = (fault: string) => toProblem(new DomainError('request-invalid', { fault }), 'en', '/x').detail;
    expect(told('name-written-twice')).toBe(requestFaultTexts['name-written-twice'].en);
    expect(toProblem(Object.assign(new Error('x'), { statusCode: 400 }), 'zh', '/x').detail).toBe('无法读取请求。');
  });

  it('promises in neither language that nothing was done where it cannot know', () => {
    const told = (locale: 'zh' | 'en') => toProblem(new Error('after the commit'), locale, '/x').detail;
    expect(told('zh')).toBe('服务器内部出错，操作可能未完成，请核对后再试。');
    expect(told('en')).toBe('Something failed on the server, and the act may not be done; check before you try again.');
  });

  it('tells nothing of an error that nobody foresaw', () => {
    const text = JSON.stringify(toProblem(new Error('password=secret at /srv/leitai/x.ts'), 'en', '/x'));
    expect(text).toContain('internal-error');
    expect(text).not.toMatch(/secret|srv/);
  });

  it.each(['ECONNREFUSED', '57P01', '53300', '40001'])('says "not now" when the database cannot (%s)', (code) => {
    expect(toProblem(Object.assign(new Error('x'), { code }), 'zh', '/x')).toMatchObject({
      status: 503,
      code: 'service-unavailable',
    });
  });
});
