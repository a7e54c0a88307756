import { describe, expect, it } from '@jest/globals';
import { metadataInstant } from './metadata-instant.js';

describe('a date in the metadata of a file', () => {
  it.each([
    ["D:20260901100000+08'00'", '2026-09-01T02:00:00.000Z'],
    ["D:20260901100000+08'00", '2026-09-01T02:00:00.000Z'],
    ["D:20260901100000-05'30'", '2026-09-01T15:30:00.000Z'],
    ['D:20260901100000Z', '2026-09-01T10:00:00.000Z'],
    ["D:20260901100000Z00'00'", '2026-09-01T10:00:00.000Z'],
    ['D:20260901100000+08', '2026-09-01T02:00:00.000Z'],
    ['2026-09-01T02:00:00Z', '2026-09-01T02:00:00.000Z'],
    ['2026-09-01T10:00:00.5+08:00', '2026-09-01T02:00:00.000Z'],
  ])('%s is the moment %s', (value, instant) => {
    expect(metadataInstant(value)).toBe(instant);
  });

  it.each(['D:20260901100000', '2026:09:01 10:00:00', 'D:2026', 'D:20261301100000Z', 'yesterday', ''])(
    '%s names no moment',
    (value) => {
      expect(metadataInstant(value)).toBeNull();
    },
  );
});
