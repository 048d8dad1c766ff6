import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { compiled } from '../support/compiled.ts';

test('a short soak: whatever is killed, no change is lost and none arrives twice', async () => {
  const sizes = ['--seconds', '6', '--nodes', '2', '--writers', '4', '--subscribers', '10', '--receivers', '2', '--accounts', '40'];
  const round = [compiled('bench/soak.js'), '--seed', '7', ...sizes];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, round);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^seed 7: [1-9]\d* mutations done, .* nothing is missing\n$/);
}, 400_000);
