// One runner for every suite; bin/test.mjs chooses which of these projects a run contains.
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  // The custom condition makes `#domain` and its siblings resolve to the TypeScript source, never to dist/.
  testEnvironmentOptions: { customExportConditions: ['leitai-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.leitai'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
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
  projects: [
    suite('unit', '\\.spec\\.ts$'),
    suite('integration', '\\.integration-spec\\.ts$'),
    suite('e2e', '\\.e2e-spec\\.ts$'),
    suite('faults', '\\.faults-spec\\.ts$'),
    suite('browser', '\\.browser-spec\\.ts$'),
  ],
};
