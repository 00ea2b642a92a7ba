// Jest starts big files first; the attack on every route is a small file and the longest of all.
import Sequencer from '@jest/test-sequencer';

const LONGEST = /[\\/]routes\.http\.spec\.ts$/;

export default class RoutesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONGEST.test(path)), ...sorted.filter(({ path }) => !LONGEST.test(path))];
  }
}
