import { DestroyRef, inject, Service, signal } from '@angular/core';
import { instantAt } from '@relais/domain';

const BEAT = 30_000;

/** What time it is, told anew every half minute: buttons appear and go at their hour on a page that stays open. */
@Service()
export class Now {
  private readonly told = signal(instantAt(Date.now()));
  readonly at = this.told.asReadonly();

  constructor() {
    const beat = setInterval(() => this.told.set(instantAt(Date.now())), BEAT);
    inject(DestroyRef).onDestroy(() => clearInterval(beat));
  }
}
