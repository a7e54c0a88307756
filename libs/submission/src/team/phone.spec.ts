import { describe, expect, it } from '@jest/globals';
import { maskedEmail, maskedPhone, phoneNumberOf, shownPhone } from './phone.js';

describe('a phone number', () => {
  it.each([
    ['+86 138 1234 5678', undefined, '+8613812345678'],
    ['138-1234-5678', 'CN', '+8613812345678'],
    ['(023) 6381 2345', 'CN', '+862363812345'],
    ['0171 2345678', 'DE', '+491712345678'],
    ['+65 8123 4567', 'CN', '+6581234567'],
    ['+852 5123 4567', undefined, '+85251234567'],
  ])('%s of %s is stored as %s', (typed, country, stored) => {
    expect(phoneNumberOf(typed, country)).toBe(stored);
  });

  it.each([
    ['138 1234 5678', undefined],
    ['+86 138 1234 567', undefined],
    ['+86 238 1234 5678 9', undefined],
    ['+999 123 4567', undefined],
    ['call me', 'CN'],
    ['', 'CN'],
  ])('%s of %s is none', (typed, country) => {
    expect(phoneNumberOf(typed, country)).toBeNull();
  });

  it('is shown in groups, and to others without its middle', () => {
    expect(shownPhone('+8613812345678')).toBe('+86 138 1234 5678');
    expect(maskedPhone('+8613812345678')).toBe('+86 138****5678');
    expect(maskedPhone('+6581234567')).toBe('+65 ****4567');
    expect(maskedEmail('ann@example.org')).toBe('a***@example.org');
  });
});
