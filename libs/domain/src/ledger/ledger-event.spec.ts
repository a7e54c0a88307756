import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashJson } from '../hashing/hash-json.js';
import { sha256Hex } from '../hashing/sha256-hex.js';
import type { LedgerEventKind } from './event-kinds.js';
import { ledgerEvent } from './ledger-event.js';
import { saltedCommitment } from './salted-commitment.js';

describe('a ledger event', () => {
  const input = {
    kind: 'sheet-submitted',
    subject: { stage: 's', sheet: 'x' },
    body: { total: '87.50', revision: 1 },
  } as const;

  it('is canonical JSON that names its schema and algorithms, with its hash', () => {
    const event = ledgerEvent({ ...input, occurredOn: '2024-11-22' });
    expect(event.canonical).toBe(
      '{"algorithms":{"canonical":"RFC8785","hash":"SHA-256"},"body":{"revision":1,"total":"87.50"},"kind":"sheet-submitted","occurredOn":"2024-11-22","schema":1,"subject":{"sheet":"x","stage":"s"}}',
    );
    expect(event.hash).toBe(sha256Hex(event.canonical));
    expect(event).toMatchObject({ kind: 'sheet-submitted', schema: 1 });
  });

  it('does not depend on the order in which its facts were written down', () => {
    const turned = { ...input, body: { revision: 1, total: '87.50' }, subject: { sheet: 'x', stage: 's' } };
    expect(ledgerEvent(turned).hash).toBe(ledgerEvent(input).hash);
    expect(ledgerEvent({ ...input, id: '1' }).hash).not.toBe(ledgerEvent({ ...input, id: '2' }).hash);
  });

  it('has a kind of the registry and a real day', () => {
    expect(() => ledgerEvent({ ...input, kind: 'free text' as LedgerEventKind })).toThrow(/ledger-event-invalid/);
    for (const occurredOn of ['2024-02-30', '22.11.2024', '2024-11-22T00:00:00Z', '2024-13-01']) {
      expect(() => ledgerEvent({ ...input, occurredOn })).toThrow(/ledger-event-invalid/);
    }
  });
});

describe('hashes', () => {
  it('agree with the published examples', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    // RFC 8785, section 3.2.3: keys by UTF-16 unit, numbers in their shortest form.
    expect(hashJson({ '\u20ac': 1e30, '\r': 4.5, '1': 0.002, '\ud83d\ude00': 1e-27 })).toBe(
      sha256Hex('{"\\r":4.5,"1":0.002,"€":1e+30,"😀":1e-27}'),
    );
  });

  it('refuse what has no JSON text', () => {
    expect(() => hashJson(undefined)).toThrow(TypeError);
    expect(() => hashJson({ score: Number.NaN })).toThrow(/NaN/);
  });
});

describe('a salted commitment', () => {
  const salt = '0f'.repeat(32);

  it('binds to salt and value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(saltedCommitment(salt, left) === saltedCommitment(salt, right)).toBe(left === right);
      }),
    );
    expect(saltedCommitment(salt, '张三')).toMatch(/^[0-9a-f]{64}$/);
    expect(saltedCommitment('0e'.repeat(32), '张三')).not.toBe(saltedCommitment(salt, '张三'));
  });

  it.each(['', 'ab', 'zz'.repeat(32), 'AB'.repeat(32), 'ab'.repeat(33)])('refuses the salt %j', (short) => {
    expect(() => saltedCommitment(short, 'x')).toThrow(RangeError);
  });
});
