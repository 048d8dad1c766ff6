import TestSequencer from '@jest/test-sequencer';

/** The folders and files with the longest tests: begun last, one of them would keep a single core busy at the end. */
const longest = [
  // It may wait four minutes, in which it uses no core: a delivery whose node was killed is resumed after that.
  'test/bench/soak',
  'test/disclosure/walk-',
  'test/desk/browser',
  'test/import/import-cli',
  'test/server/interrupted-start',
  'test/database/embedded',
  'test/server/shutdown',
  'test/import/',
  'test/clients/',
];

/** Jest's own order (what failed, then what took long the last time, then what is large), with the longest tests first. */
export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const place = ({ path }) => longest.findIndex((start) => path.includes(`/${start}`));
    const first = sorted.filter((test) => place(test) >= 0).sort((a, b) => place(a) - place(b));
    return [...first, ...sorted.filter((test) => place(test) < 0)];
  }
}
