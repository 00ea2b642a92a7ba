import { signal } from '@angular/core';

/** One act at a time that may fail: whether it is on its way, and the problem to show once it failed. */
export class Sending {
  private readonly sends = signal(false);
  private readonly failed = signal<unknown>(undefined);
  readonly busy = this.sends.asReadonly();
  readonly problem = this.failed.asReadonly();
  private readonly sent = signal<object>({});
  /** What the last act would have sent. */
  readonly said = this.sent.asReadonly();

  /** Runs an act unless one is on its way, and keeps what it says; resolves to whether it was done. */
  async run(act: () => Promise<unknown>, said: object = {}): Promise<boolean> {
    if (this.sends()) return false;
    this.sent.set(said);
    this.sends.set(true);
    this.forget();
    try {
      await act();
      return true;
    } catch (problem) {
      this.failed.set(problem);
      return false;
    } finally {
      this.sends.set(false);
    }
  }

  /** The problem is not worth showing any more. */
  forget(): void {
    this.failed.set(undefined);
  }
}
