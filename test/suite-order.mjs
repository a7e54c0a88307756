import TestSequencer from '@jest/test-sequencer';

const order = ['unit', 'integration', 'e2e', 'faults', 'browser'];
const rank = (test) => order.indexOf(test.context.config.displayName?.name);

/** Cheap suites first, so that a broken rule shows within seconds; within a suite jest's own order, slowest first. */
export default class SuiteOrder extends TestSequencer {
  async sort(tests) {
    return (await super.sort(tests)).sort((a, b) => rank(a) - rank(b));
  }
}
