import type { Locator, Page } from '@playwright/test';

/** Counts what a person does: a click, a key chord, or one field filled; the letters inside a field are not counted. */
export class Actions {
  private done = 0;

  constructor(private readonly page: Page) {}

  /** How many actions so far. */
  get count(): number {
    return this.done;
  }

  async click(target: Locator): Promise<void> {
    this.done += 1;
    await target.click();
  }

  /** A chord such as `Control+Enter`, or letters one after the other: `press('n', 'e')`. */
  async press(...keys: readonly string[]): Promise<void> {
    this.done += 1;
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Words typed where the caret stands: one entry. */
  async type(words: string): Promise<void> {
    this.done += 1;
    await this.page.keyboard.type(words);
  }

  async fill(field: Locator, value: string): Promise<void> {
    this.done += 1;
    await field.fill(value);
  }
}
