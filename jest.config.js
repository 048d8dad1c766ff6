export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/graphql-as-in-production.ts'],
  globalSetup: '<rootDir>/test/support/run-begin.ts',
  globalTeardown: '<rootDir>/test/support/run-end.ts',
  // Jest leaves one core of two idle; PostgreSQL and the servers it waits for do not need a whole one.
  maxWorkers: '100%',
  // Each file loads the modules anew and Jest keeps some of the old ones: a worker that has grown is replaced between two files.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 60_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
