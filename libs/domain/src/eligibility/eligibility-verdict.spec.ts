import { describe, expect, it } from '@jest/globals';
import { defaultEligibilitySetting, eligibilitySettingProblems } from './eligibility-setting.js';
import { type EligibilityVerdict, noteProblems, verdictProblems } from './eligibility-verdict.js';

const now = new Date('2026-11-20T08:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const setting = defaultEligibilitySetting;
const all = setting.checklist.map(({ key }) => key);
const pass: EligibilityVerdict = {
  decision: 'pass',
  met: all,
  reasons: [],
  note: { zh: '', en: '' },
  correctUntil: null,
};
const fail: EligibilityVerdict = { ...pass, decision: 'fail', met: [], reasons: ['duplicate-entry'] };
const ask: EligibilityVerdict = { ...fail, decision: 'ask-correction', correctUntil: inDays(7) };

describe('a verdict', () => {
  it.each([
    ['a pass with every point met', pass, []],
    ['a pass with a point open', { ...pass, met: all.slice(1) }, ['met checklist-open']],
    ['a pass with a reason', { ...pass, reasons: ['duplicate-entry'] }, ['reasons too-many-items']],
    ['a failure with a reason', fail, []],
    ['a failure without one', { ...fail, reasons: [] }, ['reasons too-few-items']],
    ['a reason that is none', { ...fail, reasons: ['too-late'] }, ['reasons[0] value-not-allowed']],
    ['a reason twice', { ...fail, reasons: ['duplicate-entry', 'duplicate-entry'] }, ['reasons[1] value-not-allowed']],
    ['a failure with a time', { ...fail, correctUntil: inDays(1) }, ['correctUntil value-not-allowed']],
    ['a correction until next week', ask, []],
    ['a correction without a time', { ...ask, correctUntil: null }, ['correctUntil field-missing']],
    ['a correction until now', { ...ask, correctUntil: now }, ['correctUntil correction-time-not-allowed']],
    ['a correction until far', { ...ask, correctUntil: inDays(90.5) }, ['correctUntil correction-time-not-allowed']],
  ])('%s', (_, verdict, expected) => {
    expect(verdictProblems(verdict, setting, now).map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });

  it.each([
    [{ zh: '', en: '' }, 'en', []],
    [{ zh: '请补充', en: ' ' }, 'zh', []],
    [{ zh: '请补充', en: ' ' }, 'en', ['note.en']],
    [{ zh: '', en: 'Add it.' }, 'zh', ['note.zh']],
    [{ zh: '请补充', en: 'Add it.' }, 'en', []],
  ] as const)('says %j to a team that reads %s', (note, language, paths) => {
    expect(noteProblems(note, language).map(({ path }) => path)).toEqual(paths);
  });
});

it('a setting names each point and each reason once', () => {
  expect(eligibilitySettingProblems(setting)).toEqual([]);
  const label = { zh: '一', en: 'one' };
  const wrong = {
    ...setting,
    checklist: [],
    reasons: [
      { key: 'A', label },
      { key: 'b', label },
      { key: 'b', label },
    ],
  };
  expect(eligibilitySettingProblems(wrong).map(({ path, code }) => `${path} ${code}`)).toEqual([
    'checklist too-few-items',
    'reasons[0].key key-invalid',
    'reasons[2].key key-duplicated',
  ]);
});
