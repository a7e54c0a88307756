import { describe, expect, it } from '@jest/globals';
import {
  codeAlphabet,
  codeHash,
  codeOf,
  invitationTokenHash,
  newCode,
  newInvitationToken,
  shownCode,
} from './invitation-code.js';

describe('an invitation’s code', () => {
  it('has eight characters that are not taken for one another', () => {
    for (let made = 0; made < 200; made += 1) expect(newCode()).toMatch(/^[34679ABCDEFGHJKMNPQRTUVWXYZ]{8}$/);
    expect(new Set(codeAlphabet).size).toBe(27);
  });

  it('is known again however it is typed', () => {
    for (const typed of ['ACDE-3479', 'acde 3479', ' ＡＣＤＥ３４７９ ', 'acde–3479']) {
      expect(codeOf(typed)).toBe('ACDE3479');
    }
    expect(shownCode('ACDE3479')).toBe('ACDE-3479');
  });

  it.each(['ACDE347', 'ACDE34790', 'OCDE3479', 'ACDE-34I9', ''])('is none as “%s”', (typed) => {
    expect(codeOf(typed)).toBeNull();
  });

  it('is stored as a hash that is found again and differs for another', async () => {
    const [hash, again, other] = [await codeHash('ACDE3479'), await codeHash('ACDE3479'), await codeHash('ACDE3476')];
    expect(hash.length).toBe(32);
    expect(again.equals(hash)).toBe(true);
    expect(other.equals(hash)).toBe(false);
  });
});

describe('an invitation’s link', () => {
  it('is known by its hash alone', () => {
    const token = newInvitationToken();
    expect(invitationTokenHash(token)).toEqual(invitationTokenHash(token));
    expect(invitationTokenHash(token)?.length).toBe(32);
    expect(invitationTokenHash('short')).toBeNull();
  });
});
