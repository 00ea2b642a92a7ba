import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PersonCard } from '@relais/api-client';
import { catchError, debounceTime, map, of, switchMap, timer } from 'rxjs';
import { DatePipe } from '../language/format-pipes';
import { PeopleSearch } from './people-search';

/** A person whose file is open to the acting post. */
export type PersonFound = { readonly id: string; readonly name: string; readonly birthDate: string | null };

const REST = 180;
let made = 0;

/** One box that finds a person one accompanies by name, birth date, phone, e-mail or file number, in any order. A combobox (WAI-ARIA). */
@Component({
  selector: 'rl-person-picker',
  imports: [DatePipe, TranslocoDirective],
  templateUrl: './person-picker.html',
  styleUrl: './person-picker.css',
})
export class PersonPicker {
  protected readonly search = inject(PeopleSearch);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly label = input.required<string>();
  readonly chosen = output<PersonFound | undefined>();

  protected readonly id = `rl-person-${(made += 1)}`;
  protected readonly text = signal('');
  protected readonly at = signal(0);
  protected readonly open = signal(false);
  protected readonly found = rxResource({
    params: () => (this.text().trim().length > 2 && this.open() ? this.text().trim() : undefined),
    stream: ({ params: text }) =>
      timer(REST).pipe(
        debounceTime(0),
        switchMap(() => this.search.byText(text)),
        map(({ items }) => items.flatMap(personOf)),
        catchError(() => of([])),
      ),
    defaultValue: [] as PersonFound[],
  });
  protected readonly people = computed(() => (this.open() ? this.found.value() : []));
  protected readonly active = computed(() => (this.people().length > 0 ? `${this.id}-${this.at()}` : null));

  /** Empties the box, ready for the next person. */
  clear(): void {
    this.text.set('');
    this.open.set(false);
  }

  /** Shows a person chosen before, such as after a reload. */
  show(person: PersonFound): void {
    this.text.set(person.name);
    this.open.set(false);
  }

  protected typed(): void {
    this.text.set(this.box().nativeElement.value);
    this.at.set(0);
    this.open.set(true);
    this.chosen.emit(undefined);
  }

  protected pressed(event: KeyboardEvent): void {
    const people = this.people();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') this.open.set(false);
    if (people.length === 0) return;
    if (step) this.at.update((at) => (at + step + people.length) % people.length);
    else if (event.key === 'Enter') this.take(people[this.at()]);
    else return;
    event.preventDefault();
  }

  protected take(person: PersonFound | undefined): void {
    if (!person) return;
    this.text.set(person.name);
    this.open.set(false);
    this.chosen.emit(person);
  }
}

function personOf(card: PersonCard): PersonFound[] {
  return card.id ? [{ id: card.id, name: card.name, birthDate: card.birthDate }] : [];
}
