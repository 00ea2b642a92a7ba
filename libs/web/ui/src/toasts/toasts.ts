import { Service, signal } from '@angular/core';

/** One message at the foot of the page; `gone` is heard once it leaves without having been undone. */
export type Toast = { readonly id: number; readonly text: string; readonly undo?: () => unknown; readonly gone?: () => unknown };

const FOR = 8_000;

/** Short messages, and undo instead of asking first: eight seconds, which stop while one looks at them. */
@Service()
export class Toasts {
  private readonly shown = signal<readonly Toast[]>([]);
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private made = 0;

  readonly all = this.shown.asReadonly();

  /** Says a sentence. */
  say(text: string): void {
    this.show({ id: (this.made += 1), text });
  }

  /** Says what was done and offers to undo it; `gone` tells that the time to undo is over. Returns the number to dismiss it by. */
  undoable(text: string, undo: () => unknown, gone?: () => unknown): number {
    const id = (this.made += 1);
    this.show({ id, text, undo, ...(gone && { gone }) });
    return id;
  }

  /** Undoes one, or the latest that can be; false when there is nothing to undo. */
  undo(toast = this.shown().findLast((each) => each.undo)): boolean {
    if (!toast?.undo) return false;
    this.remove(toast.id);
    void toast.undo();
    return true;
  }

  dismiss(id: number): void {
    const toast = this.shown().find((each) => each.id === id);
    this.remove(id);
    void toast?.gone?.();
  }

  /** Time stops while the pointer or the focus is on the messages. */
  hold(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Time goes on. */
  resume(): void {
    for (const toast of this.shown()) this.start(toast.id);
  }

  private remove(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private show(toast: Toast): void {
    for (const old of this.shown().slice(0, -2)) this.dismiss(old.id);
    this.shown.update((toasts) => [...toasts, toast]);
    this.start(toast.id);
  }

  private start(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.set(
      id,
      setTimeout(() => this.dismiss(id), FOR),
    );
  }
}
