import { describe, expect, it } from '@jest/globals';
import { countsAsLandingIntent } from './landing-standing.js';
import { type LandingAnswers, suggestLandingIntent } from './suggest-landing-intent.js';

describe('the landing-intent rule', () => {
  it.each<[string, LandingAnswers, string[], boolean]>([
    ['nothing said', {}, [], false],
    [
      'blanks and zeros',
      { wayIn: ' ', districts: [' '], investmentYuan: '0', timetable: '', needs: [], localPartner: null },
      [],
      false,
    ],
    ['one strong signal is not enough', { districts: ['两江新区'] }, ['district-named'], false],
    [
      'two strong ones are',
      { districts: ['两江新区'], investmentYuan: '60000000' },
      ['district-named', 'investment-stated'],
      true,
    ],
    [
      'many weak ones are',
      { wayIn: 'branch', timetable: '2025', needs: ['talent'] },
      ['declared-way-in', 'timetable-stated', 'needs-stated'],
      true,
    ],
    [
      'an investment in words is none',
      { investmentYuan: '6千万', wayIn: 'branch', timetable: '2025' },
      ['declared-way-in', 'timetable-stated'],
      false,
    ],
  ])('%s', (_name, answers, present, suggested) => {
    const suggestion = suggestLandingIntent(answers);
    expect(suggestion.signals.filter((signal) => signal.present).map(({ key }) => key)).toEqual(present);
    expect(suggestion.suggested).toBe(suggested);
  });

  it('shows every signal with its weight and the answer that raised it', () => {
    const { signals, weight, threshold } = suggestLandingIntent({
      districts: ['渝北区', '万盛经开区'],
      localPartner: ' 某厂 ',
    });
    expect(signals).toHaveLength(6);
    expect(signals[1]).toEqual({ key: 'district-named', present: true, weight: 3, reason: '渝北区、万盛经开区' });
    expect(signals[0]).toMatchObject({ present: false, reason: null });
    expect([weight, threshold]).toEqual([5, 6]);
  });

  it('takes weights and threshold as data', () => {
    const rule = {
      weights: {
        'declared-way-in': 0,
        'district-named': 0,
        'investment-stated': 0,
        'timetable-stated': 0,
        'needs-stated': 0,
        'local-partner': 1,
      },
      threshold: 1,
    };
    expect(suggestLandingIntent({ localPartner: '某厂' }, rule).suggested).toBe(true);
    expect(suggestLandingIntent({ districts: ['渝北区'] }, rule).suggested).toBe(false);
  });

  it('publishes only what a person confirmed', () => {
    expect(countsAsLandingIntent({ declared: true, suggested: true, confirmed: false })).toBe(false);
    expect(countsAsLandingIntent({ declared: false, suggested: false, confirmed: true })).toBe(true);
  });
});
