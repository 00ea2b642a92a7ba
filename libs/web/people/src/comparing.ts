import { inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Language } from '@relais/web/kernel';
import { Toasts } from '@relais/web/ui';

/** A person to compare: the identifier of an open file, or an index card. */
export type Compared = { readonly reference: string; readonly open: boolean; readonly name: string };

/** The first of two people to put side by side, until the second is chosen. */
@Service()
export class Comparing {
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly first = signal<Compared | undefined>(undefined);

  /** Marks a first person, or opens both; the same one again unmarks them. One of the two must be open to the reader. */
  pick(person: Compared): void {
    const first = this.first();
    if (!first) {
      this.first.set(person);
      return this.toasts.say(this.language.say('people.compare.pick_second', { name: person.name }));
    }
    this.first.set(undefined);
    if (first.reference === person.reference) return;
    const [file, other] = first.open ? [first, person] : [person, first];
    if (!file.open) return this.toasts.say(this.language.say('people.compare.both_closed'));
    void this.router.navigate(['/personnes', file.reference, 'comparer'], { queryParams: { avec: other.reference } });
  }
}
