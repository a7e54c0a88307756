// `npm test`: the checks, then every suite. `npm test -- ARGS` passes ARGS to jest and leaves the checks out, as in
// `npm test -- --selectProjects unit -- libs/domain`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runChecks } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { prepare, root } from './prepare.mjs';
import { refuse, run, say } from './terminal.mjs';
import { failedFiles, failureLines, longestFiles } from './test-report.mjs';

const suites = ['unit', 'integration', 'e2e', 'faults', 'browser'];

function selection(args, chromium) {
  if (args.some((arg) => arg.startsWith('--selectProjects') || arg.startsWith('--ignoreProjects'))) return [];
  return ['--selectProjects', ...suites.filter((suite) => suite !== 'browser' || chromium !== undefined)];
}

async function runJest(args, chromium) {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-jest-'));
  const output = join(folder, 'results.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--json', `--outputFile=${output}`, ...selection(args, chromium), ...args];
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim();
  const env = { ...process.env, NODE_OPTIONS: nodeOptions, ...(chromium === undefined ? {} : { CHROMIUM: chromium }) };
  // Jest tells its progress on stderr; the results on stdout are in the file already.
  const code = await run(process.execPath, [jest, ...flags], { cwd: root, env, stdio: ['inherit', 'ignore', 2] });
  try {
    return { code, results: JSON.parse(readFileSync(output, 'utf8')) };
  } catch {
    return { code: code === 0 ? 1 : code, results: undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
const chromium = findChromium();
// Many machines set CI for whatever runs on them; only .ci/run, which installs the browser, insists on it.
const needsBrowser = process.env.CI_REQUIRES_BROWSER === 'yes';
if (chromium === undefined) {
  const message = 'No Chromium was found: install it, or name it with CHROMIUM=/path/to/chromium.';
  if (needsBrowser) refuse(message);
  say(`${message} The browser suite is left out.`);
}
await prepare();
const checks = args.length === 0 ? await runChecks(root) : { passed: 0, failed: 0 };
const { code, results } = await runJest(args, chromium);
if (checks.passed + checks.failed > 0) say(`checks: ${checks.passed} passed, ${checks.failed} failed`);
if (results === undefined) refuse('The tests could not be run to their end.');

/** Tests that failed; a file that could not even be loaded has none to count and fails as one. */
const failures = (of) => of.numFailedTests + of.numRuntimeErrorTestSuites;

/**
 * On a machine that does other things besides, a test may fail of being slow. `.ci/run` lets a few files be run once
 * more, alone, and says so: more than that is no accident, and a test that fails again has failed.
 * @returns how many of the failures remain
 */
async function runAgain(files) {
  const again = await runJest(['--maxWorkers=1', '--runTestsByPath', ...files], chromium);
  if (again.results === undefined) return failures(results);
  const passing = again.results.testResults.filter(({ status }) => status !== 'failed').map(({ name }) => name);
  for (const file of files) {
    if (passing.includes(file))
      process.stdout.write(`UNSTEADY ${relative(root, file)}: failed beside others, passed alone\n`);
  }
  for (const line of failureLines(again.results, root)) process.stdout.write(`again: ${line}\n`);
  // A file that was not run again has failed still.
  return files.every((file) => again.results.testResults.some(({ name }) => name === file))
    ? failures(again.results)
    : failures(results);
}

say(`Longest: ${longestFiles(results, root).join(', ')}`);
for (const line of failureLines(results, root)) process.stdout.write(`${line}\n`);
const files = failedFiles(results);
const isFew = files.length > 0 && files.length <= Number(process.env.CI_FILES_RUN_AGAIN ?? 0);
const remaining = isFew ? await runAgain(files) : failures(results);
const failed = remaining + checks.failed;
const skipped = results.numPendingTests + results.numTodoTests;
const passed = results.numPassedTests + (failures(results) - remaining) + checks.passed;
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed === 0 && (code === 0 || isFew) ? 0 : 1;
