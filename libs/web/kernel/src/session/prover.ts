import { HttpClient, HttpContext } from '@angular/common/http';
import { effect, inject, Injector, Service, signal, untracked } from '@angular/core';
import { Dialogs } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { ABOUT_SESSION } from '../http/marks';

/** What somebody gives to show that they are still there: the password, or the code of their telephone. */
export type Proof = { readonly password: string } | { readonly code: string };

/** Calls that need a fresh proof wait here until it is given, then go out again; left aside, they fail as they would have. */
@Service()
export class Prover {
  private readonly injector = inject(Injector);
  private waiting: ((proven: boolean) => void)[] = [];
  /** Whether the question stands on the page. */
  readonly asked = signal(false);

  /** Waits for the answer of whoever is at the keyboard. */
  ask(): Promise<boolean> {
    this.asked.set(true);
    return new Promise((resume) => this.waiting.push(resume));
  }

  async prove(proof: Proof): Promise<void> {
    const context = new HttpContext().set(ABOUT_SESSION, true);
    await firstValueFrom(this.injector.get(HttpClient).post('/api/session/proof', proof, { context }));
    this.release(true);
  }

  /** Ends the question: proven, or left. */
  release(proven: boolean): void {
    this.asked.set(false);
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume(proven);
  }
}

/** Puts the question over the page when a call needs it. For what stays on screen as long as calls are made. */
export function watchProof(): void {
  const [prover, dialogs] = [inject(Prover), inject(Dialogs)];
  effect(() => {
    if (!prover.asked()) return;
    untracked(async () => {
      const { ProofDialog } = await import('./proof-dialog');
      await dialogs.open(ProofDialog);
      prover.release(false);
    });
  });
}
