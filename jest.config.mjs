// Fast tests of rules (`.spec.ts`), tests on a real PostgreSQL (`.db.spec.ts`) and over HTTP (`.http.spec.ts`).
// Browser components have Angular's own runner; journeys have Playwright.
const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@relais/domain$': '<rootDir>/libs/domain/src/index.ts',
    '^@relais/domain/fixtures$': '<rootDir>/libs/domain/src/fixtures.ts',
    '^@relais/testing$': '<rootDir>/libs/testing/src/index.ts',
    '^@relais/migrations$': '<rootDir>/migrations/index.ts',
    '^@relais/server/([a-z-]+)$': '<rootDir>/libs/server/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.angular/', '<rootDir>/.data/'],
};
const server = [
  '<rootDir>/libs/domain',
  '<rootDir>/libs/server',
  '<rootDir>/libs/testing',
  '<rootDir>/tools',
  '<rootDir>/migrations',
  '<rootDir>/apps/api',
  '<rootDir>/apps/worker',
];
const database = { globalSetup: '<rootDir>/libs/testing/src/global-setup.ts' };

export default {
  // A busy machine of two cores is slow, not wrong.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tools/test/routes-first.mjs',
  projects: [
    {
      ...shared,
      displayName: 'rules',
      roots: server.slice(0, 4),
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(db|http)\\.spec\\.ts$'],
    },
    { ...shared, ...database, displayName: 'database', roots: server, testMatch: ['**/*.db.spec.ts'] },
    { ...shared, ...database, displayName: 'http', roots: server, testMatch: ['**/*.http.spec.ts'] },
  ],
};
