import { describe, expect, it } from '@jest/globals';
import { mayBeReminded, reminderPauseHours } from './reminder-pause.js';

describe('a reminder of a stage', () => {
  const hour = 3_600_000;

  it('goes to a judge who never had one', () => {
    expect(mayBeReminded(null, 0)).toBe(true);
  });

  it('goes again once the pause is over, and not a moment earlier', () => {
    expect(mayBeReminded(0, reminderPauseHours * hour - 1)).toBe(false);
    expect(mayBeReminded(0, reminderPauseHours * hour)).toBe(true);
  });
});
