import { httpResource } from '@angular/common/http';
import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FilesPage, LinkRequestsPage, LinkRequestView, PeopleFound, PersonCard } from '@relais/api-client';
import { AgoPipe, CanDo, DatePipe, Language, PeopleSearch, Session, Shortcuts } from '@relais/web/kernel';
import { EmptyState, Icon, type Letter, ListItem, ListKeys, Skeleton, Toasts } from '@relais/web/ui';
import { switchMap, timer } from 'rxjs';
import { Comparing } from './comparing';
import { Failed } from './failed';
import { IndexCard } from './index-card';
import { PeopleTabs } from './people-tabs';
import { Trail } from './trail';

const REST = 200;
const FIRST_LETTERS = 3;

/** One box finds anybody; without words it shows my files, those longest unseen first. */
@Component({
  selector: 'rl-people-page',
  imports: [
    AgoPipe,
    CanDo,
    DatePipe,
    EmptyState,
    Failed,
    Icon,
    IndexCard,
    ListItem,
    ListKeys,
    PeopleTabs,
    RouterLink,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export class PeoplePage {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly search = inject(PeopleSearch);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly trail = inject(Trail);
  protected readonly comparing = inject(Comparing);
  private readonly cards = viewChildren(IndexCard);
  private readonly list = viewChild(ListKeys);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  /** What a person is looked for: `entretien` or `orientation` opens that instead of the file. */
  readonly pour = input<string>();

  protected readonly text = signal('');
  protected readonly after = signal<string | undefined>(undefined);
  protected readonly searching = computed(() => this.text().trim().length >= FIRST_LETTERS);
  protected readonly files = httpResource<FilesPage>(() =>
    this.after() ? `/api/beneficiaries?after=${this.after()}` : '/api/beneficiaries',
  );
  protected readonly found = rxResource({
    params: () => (this.searching() ? this.text().trim() : undefined),
    stream: ({ params: text }) => timer(REST).pipe(switchMap(() => this.search.byText(text))),
  });
  /** The last results stay, dimmed, while the next ones come. */
  protected readonly results = linkedSignal<PeopleFound | undefined, readonly PersonCard[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (latest, before) => latest?.items ?? before?.value ?? [],
  });
  /** What one's own team asked already, by index card. */
  private readonly asked = httpResource<LinkRequestsPage>(() =>
    this.searching() && this.session.may('beneficiary.answer_link') ? '/api/link-requests?box=asked' : undefined,
  );

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'alt+n', label: 'people.key.create', run: () => this.createTyped() },
      { keys: 'f2', label: 'people.key.compare', run: () => this.compare() },
    ]);
  }

  protected requestFor(card: PersonCard): LinkRequestView | undefined {
    return this.asked.hasValue() ? this.asked.value().items.find(({ cardId }) => cardId === card.cardId) : undefined;
  }

  protected reloadRequests(): void {
    this.asked.reload();
  }

  protected linkOf(id: string | null): string[] {
    if (!id) return [];
    if (this.pour() === 'orientation') return ['/orienter', id];
    return this.pour() === 'entretien' ? ['/entretiens/nouveau'] : ['/personnes', id];
  }

  protected paramsOf(id: string | null): Record<string, string> {
    return this.pour() === 'entretien' && id ? { personne: id } : {};
  }

  /** Down from the box goes into the list. */
  protected intoList(event: Event): void {
    event.preventDefault();
    this.list()?.focus(0);
  }

  protected openResult(index: number): void {
    const person = this.results()[index];
    if (person?.id) this.open(person.id);
    else if (person) void this.cardOf(person)?.ask();
  }

  protected openFile(index: number): void {
    const person = this.files.hasValue() ? this.files.value().items[index] : undefined;
    if (person) this.open(person.id);
  }

  protected letter({ key, index }: Letter): void {
    const person = this.results()[index];
    if (person && !person.id && key === 'l') void this.cardOf(person)?.ask();
    if (person && !person.id && key === 'u') void this.cardOf(person)?.breakGlass();
  }

  /** The list on the screen becomes the way from one file to the next. */
  protected follow(): void {
    const files = this.files.hasValue() ? this.files.value().items : [];
    const people: readonly { id: string | null; name: string }[] = this.searching() ? this.results() : files;
    this.trail.follow(people.flatMap(({ id, name }) => (id ? [{ id, name }] : [])));
  }

  /** F2 on one person, then on another, puts them side by side. */
  private compare(): void {
    const row = this.document.activeElement?.closest<HTMLElement>('[data-person]');
    const { person, open, name = '' } = row?.dataset ?? {};
    if (person) this.comparing.pick({ reference: person, open: open !== undefined, name });
    else this.toasts.say(this.language.say('people.compare.choose_row'));
  }

  protected createTyped(): void {
    const text = this.box().nativeElement.value.trim();
    void this.router.navigate(['/personnes/nouvelle'], { queryParams: text ? { nom: text } : {} });
  }

  private open(id: string): void {
    this.follow();
    void this.router.navigate(this.linkOf(id), { queryParams: this.paramsOf(id) });
  }

  private cardOf(person: PersonCard): IndexCard | undefined {
    return this.cards().find((card) => card.card().cardId === person.cardId);
  }
}
