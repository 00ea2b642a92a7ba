import { type DestroyRef, inject, Service, signal } from '@angular/core';
import { Session } from '../session/session';
import type { Permission } from '@relais/domain';

/** A thing one can do from the palette. `label` is a key of words. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly icon?: string;
  readonly keys?: string;
  readonly needs?: Permission;
  readonly run: () => void;
};

/** The commands of the palette; areas add theirs while a page is open. */
@Service()
export class Commands {
  private readonly session = inject(Session);
  private readonly known = signal<readonly Command[]>([]);

  /** The commands that the current post may use. */
  offered(): readonly Command[] {
    return this.known().filter((command) => !command.needs || this.session.may(command.needs));
  }

  /** Adds commands; with a `DestroyRef` they leave with the page. */
  register(commands: readonly Command[], until?: DestroyRef): void {
    this.known.update((known) => [...known.filter((old) => !commands.some((command) => command.id === old.id)), ...commands]);
    until?.onDestroy(() => this.known.update((known) => known.filter((command) => !commands.includes(command))));
  }
}
