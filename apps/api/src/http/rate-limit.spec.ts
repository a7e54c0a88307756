import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

describe('RateLimit', () => {
  it('lets a burst through, then as many a minute as it allows, and says how long to wait', () => {
    let now = 0;
    const limit = new RateLimit(60, () => now);
    for (let i = 0; i < 60; i += 1) expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(1);
    now += 1000;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(1);
    now += 3_600_000;
    for (let i = 0; i < 60; i += 1) expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(1);
  });

  it('counts each key by itself', () => {
    const limit = new RateLimit(1, () => 0);
    expect([limit.take('a'), limit.take('b')]).toEqual([0, 0]);
    expect(limit.take('a')).toBe(60);
  });

  it('knows no limit at zero', () => {
    const limit = new RateLimit(0, () => 0);
    for (let i = 0; i < 1000; i += 1) expect(limit.take('a')).toBe(0);
  });

  it('keeps a bounded number of keys, however many ask', () => {
    const limit = new RateLimit(1, () => 0);
    expect(limit.take('first')).toBe(0);
    for (let i = 0; i < 50_000; i += 1) limit.take(String(i));
    expect(limit.take('first')).toBe(0);
  });
});
