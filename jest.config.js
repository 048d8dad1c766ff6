import { availableParallelism } from 'node:os';

export default {
  // Runs test files in plain Node.js processes: each loads the registry's modules once, not once a file.
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/test/support/runner/process.ts'],
  testSequencer: '<rootDir>/test/support/runner/longest-first.mjs',
  globalSetup: '<rootDir>/test/support/runner/begin.mjs',
  globalTeardown: '<rootDir>/test/support/runner/end.mjs',
  // One process more than cores: tests wait for browsers, servers and PostgreSQL, and one process alone may wait for minutes.
  maxWorkers: availableParallelism() + 1,
  // Node.js runs TypeScript itself: test/support/runner/register.mjs.
  transform: {},
};
