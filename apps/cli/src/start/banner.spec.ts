import { describe, expect, it } from '@jest/globals';
import { banner } from './banner.js';

describe('the closing words of a start', () => {
  const facts = { address: 'http://127.0.0.1:3000', dataFolder: undefined, elapsed: '4 s' };

  it('say in both languages what each demo login is for', () => {
    const note = { zh: '为公开赛打分', en: 'scores the open edition' };
    const text = banner({ ...facts, logins: [{ role: 'judge', email: 'judge@demo.example', password: 'p', note }] });
    expect(text).toContain('judge@demo.example  p');
    expect(text).toContain('scores the open edition · 为公开赛打分');
  });

  it('name no login where there is no demo', () => {
    expect(banner({ ...facts, logins: [] })).not.toContain('Demo');
  });
});
