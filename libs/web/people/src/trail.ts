import { computed, Service, signal } from '@angular/core';

/** A person of the list one came from. */
export type OnTrail = { readonly id: string; readonly name: string };

/** The list from which a file was opened, so that the next person is one key away and no file is a dead end. */
@Service()
export class Trail {
  private readonly people = signal<readonly OnTrail[]>([]);

  readonly length = computed(() => this.people().length);

  /** Remembers a list, in its order on the screen. */
  follow(people: readonly OnTrail[]): void {
    this.people.set(people);
  }

  /** Place of a person in the list, from 1; 0 when they are not in it. */
  placeOf(id: string): number {
    return this.people().findIndex((person) => person.id === id) + 1;
  }

  /** The person before (-1) or after (1). */
  beside(id: string, step: 1 | -1): OnTrail | undefined {
    const place = this.placeOf(id);
    return place === 0 ? undefined : this.people()[place - 1 + step];
  }
}
