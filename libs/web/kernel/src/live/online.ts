import { Service, signal } from '@angular/core';

/** Whether the browser believes it has a network. */
@Service()
export class Online {
  private readonly known = signal(navigator.onLine);
  readonly online = this.known.asReadonly();

  constructor() {
    addEventListener('online', () => this.known.set(true));
    addEventListener('offline', () => this.known.set(false));
  }
}
