import TestSequencer from '@jest/test-sequencer';

const order = ['unit', 'integration', 'e2e', 'faults', 'browser'];
const rank = (test) => order.indexOf(test.context.config.displayName?.name);

/** The longest of all are begun first in their suite: the others fit beside them. Jest goes by their size, which is small. */
const isLong = (test) => /\bpages-(office|people)\./.test(test.path);

/** Cheap suites first, so that a broken rule shows within seconds; within a suite jest's own order, slowest first. */
export default class SuiteOrder extends TestSequencer {
  async sort(tests) {
    return (await super.sort(tests)).sort(
      (a, b) =>
        rank(a) - rank(b) || Number(isLong(b)) - Number(isLong(a)) || (isLong(a) ? (a.path < b.path ? 1 : -1) : 0),
    );
  }
}
