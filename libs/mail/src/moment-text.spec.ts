import { describe, expect, it } from '@jest/globals';
import { momentText } from './moment-text.js';

describe('a moment in a message', () => {
  it('is told in Beijing time, whatever zone the server is in, with UTC beside it', () => {
    expect(momentText('2026-10-31T15:59:00.000Z')).toEqual({
      zh: '2026年10月31日 23:59（北京时间，即协调世界时 15:59）',
      en: '31 October 2026, 23:59 Beijing time (15:59 UTC)',
    });
    expect(momentText('2026-12-31T16:00:00.000Z').zh).toContain('2027年1月1日 00:00');
  });
});
