// What is said at the end of `npm test` beside the number of tests: which failed, with the first line of why.
import { relative } from 'node:path';

// eslint-disable-next-line no-control-regex -- the colours of a terminal
const colours = /\u001b\[[\d;]*m/g;
const firstLine = (message) => (message ?? '').replace(colours, '').trim().split('\n')[0].slice(0, 200);

/** The files of which a test failed, or which could not be loaded. */
export const failedFiles = (results) =>
  results.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

/**
 * A line for each failed test, or for the file when none of its tests could be run.
 * @param results what jest's `--json` tells
 * @param root the folder that the names of files are given from
 */
export function failureLines(results, root) {
  return results.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`FAILED ${file}: ${firstLine(message)}`];
      return failed.map((test) => `FAILED ${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
    });
}

/** The files that took longest, as "91 s test/…". Two run side by side. */
export function longestFiles(results, root, count = 8) {
  return results.testResults
    .map(({ name, startTime, endTime }) => ({ name: relative(root, name), took: endTime - startTime }))
    .sort((a, b) => b.took - a.took)
    .slice(0, count)
    .map(({ name, took }) => `${Math.round(took / 1000)} s ${name}`);
}
