import { tmpdir } from 'node:os';
import { join } from 'node:path';

// One PostgreSQL server serves a whole run: test/builders/test-server.ts starts it here when a spec file asks for it,
// and stops it when this process is gone.
process.env.TEST_RUN_PID = String(process.pid);
process.env.TEST_RUN_FOLDER = join(tmpdir(), `leitai-test-${process.pid}`);

// One runner for every suite; bin/test.mjs chooses which of these projects a run contains.
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // The custom condition makes `#domain` and its siblings resolve to the TypeScript source, never to dist/.
  testEnvironmentOptions: { customExportConditions: ['leitai-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.leitai'],
  // A source is named as its build; a package's `….json.js` is a module of its own.
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
};

const suite = (displayName, pattern, extra = {}) => ({ ...base, displayName, testRegex: [pattern], ...extra });

export default {
  maxWorkers: 2,
  // Modules of ended specs stay in a worker's memory; near its limit the collector takes most of the time.
  workerIdleMemoryLimit: '1.5GB',
  // The first spec of a run also makes the database server, on machines that do other things besides.
  testTimeout: 60_000,
  testSequencer: './test/suite-order.mjs',
  projects: [
    suite('unit', '\\.spec\\.ts$'),
    suite('integration', '\\.integration-spec\\.ts$'),
    suite('e2e', '\\.e2e-spec\\.ts$'),
    suite('faults', '\\.faults-spec\\.ts$'),
    suite('browser', '\\.browser-spec\\.ts$'),
  ],
};
