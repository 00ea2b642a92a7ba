import type { Reporter, TestCase } from '@playwright/test/reporter';

/** Says at the end how much was looked at: screens, their states, and the looks in which axe saw them. */
export default class Tally implements Reporter {
  private readonly seen = new Map<string, readonly [states: number, looks: number]>();

  onTestEnd({ title, annotations }: TestCase): void {
    const [states, looks] = ['states', 'looks'].map((type) => Number(annotations.find((each) => each.type === type)?.description ?? 0));
    if (states && looks) this.seen.set(title, [states, looks]);
  }

  onEnd(): void {
    if (this.seen.size === 0) return;
    const sum = (at: 0 | 1): number => [...this.seen.values()].reduce((total, each) => total + each[at], 0);
    console.log(`axe: ${this.seen.size} screens, ${sum(0)} states, ${sum(1)} looks (theme × language × width)`);
  }
}
