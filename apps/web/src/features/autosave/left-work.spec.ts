import { beforeAll, describe, expect, it } from '@jest/globals';

beforeAll(() => {
  Object.assign(globalThis, { window: { location: { origin: 'https://leitai.example' } } });
});

describe('what a closed tab has left', () => {
  it('has arrived before the page that shows it reads the server', async () => {
    const { isAtHand, returnToWork, sendMeanwhile } = await import('./left-work.js');
    const told: string[] = [];
    let arrive = () => undefined as void;
    const sent = new Promise<void>((resolve) => (arrive = resolve)).then(() => void told.push('arrived'));
    const sending = sendMeanwhile('one', sent);
    expect(isAtHand('one')).toBe(true);
    const reading = returnToWork('one').then(() => void told.push('read'));
    arrive();
    await Promise.all([sending, reading]);
    expect(told).toEqual(['arrived', 'read']);
    expect(isAtHand('one')).toBe(false);
  });

  it('is left alone from the moment a page is about to show it', async () => {
    const { expectWork, giveUpWork, isAtHand } = await import('./left-work.js');
    expectWork('two');
    expect(isAtHand('two')).toBe(true);
    giveUpWork('two');
    expect(isAtHand('two')).toBe(false);
  });
});
