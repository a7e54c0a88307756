import { describe, expect, it } from '@jest/globals';
import { readFileLink, signFileLink } from './file-link.js';

const key = Buffer.alloc(32, 7);
const claims = { file: 'f', reader: 'r', as: 'team', until: 1_795_000_000, of: 'file' } as const;

describe('a link to a file', () => {
  it('says what it opens to whoever has the key', () => {
    expect(readFileLink(key, signFileLink(key, claims))).toEqual(claims);
  });

  const token = signFileLink(key, claims);
  const other = signFileLink(key, { ...claims, as: 'office' });
  it.each([
    ['of another key', signFileLink(Buffer.alloc(32, 8), claims)],
    ['with another’s signature', `${token.split('.')[0]}.${other.split('.')[1]}`],
    ['without a signature', token.split('.')[0] ?? ''],
    ['with half a signature', token.slice(0, -4)],
    ['with something after it', `${token}.x`],
    ['that is empty', ''],
  ])('%s says nothing', (_, forged) => {
    expect(readFileLink(key, forged)).toBeNull();
  });
});
