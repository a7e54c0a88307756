import { describe, expect, it } from '@jest/globals';
import {
  decideEligibility,
  type EligibilityDecision,
  type EligibilityFacts,
  type EligibilityOutcome,
  eligibilityState,
  openDecisions,
} from './eligibility-state.js';

const now = new Date('2026-11-20T08:00:00Z');
const [before, later] = [new Date('2026-11-20T07:59:59.999Z'), new Date('2026-11-20T08:00:00.001Z')];
const [ann, bo] = ['ann', 'bo'];

function facts(outcome: EligibilityOutcome | null, changes: Partial<EligibilityFacts> & { until?: Date | null } = {}) {
  const { until = null, ...others } = changes;
  const latest = outcome && { outcome, version: 1, checkedBy: ann, correctUntil: until };
  return { entryState: 'submitted' as const, version: 1, isAdmitted: false, latest, ...others };
}

describe('where an entry stands', () => {
  it.each([
    ['never checked', facts(null), 'unchecked'],
    ['passed by the first of two', facts('passed-once'), 'second-reading'],
    ['passed', facts('passed'), 'passed'],
    ['to be corrected until later', facts('needs-correction', { until: later }), 'needs-correction'],
    ['to be corrected until now', facts('needs-correction', { until: now }), 'overdue'],
    ['to be corrected until before', facts('needs-correction', { until: before }), 'overdue'],
    ['to be corrected without a time', facts('needs-correction'), 'needs-correction'],
    ['corrected in time', facts('needs-correction', { until: later, version: 2 }), 'corrected'],
    ['corrected, the time now over', facts('needs-correction', { until: before, version: 2 }), 'corrected'],
    ['changed after the first reading', facts('passed-once', { version: 2 }), 'corrected'],
    ['changed after it passed', facts('passed', { version: 2 }), 'corrected'],
    ['changed after it was admitted', facts('passed', { version: 2, isAdmitted: true }), 'passed'],
    ['failed, and changed since', facts('failed', { version: 2 }), 'failed'],
  ] as const)('%s', (_, given, state) => {
    expect(eligibilityState(given, now)).toBe(state);
  });
});

describe('what may be decided', () => {
  const decide = (given: EligibilityFacts, decision: EligibilityDecision, reader: string, needsSecondReader: boolean) =>
    decideEligibility(given, decision, { reader, needsSecondReader }, now);

  it.each([
    ['the first of two readers', facts(null), ann, true, { outcome: 'passed-once' }],
    ['the same person again', facts('passed-once'), ann, true, { refusal: 'same-person' }],
    ['another person', facts('passed-once'), bo, true, { outcome: 'passed' }],
    ['another person, of a newer version', facts('passed-once', { version: 2 }), bo, true, { outcome: 'passed-once' }],
    ['the only reader', facts(null), ann, false, { outcome: 'passed' }],
    ['the first reader, the rule now lifted', facts('passed-once'), ann, false, { outcome: 'passed' }],
    ['one who passes twice', facts('passed'), bo, false, { refusal: 'eligibility-unchanged' }],
    ['one who takes a failure back', facts('failed'), ann, false, { outcome: 'passed' }],
    [
      'one who needs no correction any more',
      facts('needs-correction', { until: later }),
      ann,
      false,
      { outcome: 'passed' },
    ],
    [
      'one who comes after the admission',
      facts('passed', { isAdmitted: true }),
      ann,
      false,
      { refusal: 'eligibility-settled' },
    ],
    [
      'one who passes what was withdrawn',
      facts(null, { entryState: 'withdrawn' }),
      ann,
      false,
      { refusal: 'entry-withdrawn' },
    ],
  ] as const)('a pass by %s', (_, given, reader, needsSecondReader, result) => {
    expect(decide(given, 'pass', reader, needsSecondReader)).toEqual(result);
  });

  it.each([
    [
      'while the team may still correct',
      facts('needs-correction', { until: later }),
      { refusal: 'correction-running' },
    ],
    ['after the time of the correction', facts('needs-correction', { until: now }), { outcome: 'failed' }],
    [
      'after a correction that does not do',
      facts('needs-correction', { until: later, version: 2 }),
      { outcome: 'failed' },
    ],
    ['after a correction without a time', facts('needs-correction'), { outcome: 'failed' }],
    ['twice', facts('failed'), { refusal: 'eligibility-unchanged' }],
    ['against the first reader', facts('passed-once'), { outcome: 'failed' }],
  ] as const)('a failure %s', (_, given, result) => {
    expect(decide(given, 'fail', bo, true)).toEqual(result);
  });

  it('names the decisions that are open to a reader', () => {
    const by = { reader: ann, needsSecondReader: true };
    expect(openDecisions(facts('passed-once'), by, now)).toEqual(['ask-correction', 'fail']);
    expect(openDecisions(facts('passed', { isAdmitted: true }), by, now)).toEqual([]);
    expect(openDecisions(facts(null), by, now)).toEqual(['pass', 'ask-correction', 'fail']);
  });
});
