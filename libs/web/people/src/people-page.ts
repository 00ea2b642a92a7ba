import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FilesPage, PeopleFound, PersonCard } from '@relais/api-client';
import { AgoPipe, CanDo, DatePipe } from '@relais/web/kernel';
import { EmptyState, Icon, ListItem, ListKeys, ProblemState, Skeleton } from '@relais/web/ui';
import { switchMap, timer } from 'rxjs';

const REST = 200;
const FIRST_LETTERS = 3;

/** One box finds anybody; without words it shows my files, those longest unseen first. */
@Component({
  selector: 'rl-people-page',
  imports: [AgoPipe, CanDo, DatePipe, EmptyState, Icon, ListItem, ListKeys, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export class PeoplePage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);

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
    stream: ({ params: text }) => timer(REST).pipe(switchMap(() => this.http.post<PeopleFound>('/api/beneficiary-searches', { text }))),
  });
  /** The last results stay, dimmed, while the next ones come. */
  protected readonly results = linkedSignal<PeopleFound | undefined, readonly PersonCard[]>({
    source: () => (this.found.hasValue() ? this.found.value() : undefined),
    computation: (latest, before) => latest?.items ?? before?.value ?? [],
  });

  protected linkOf(id: string | null): string[] {
    if (!id) return [];
    if (this.pour() === 'orientation') return ['/orienter', id];
    return this.pour() === 'entretien' ? ['/entretiens/nouveau'] : ['/personnes', id];
  }

  protected paramsOf(id: string | null): Record<string, string> {
    return this.pour() === 'entretien' && id ? { personne: id } : {};
  }

  protected openResult(index: number): void {
    const person = this.results()[index];
    if (person?.id) void this.router.navigate(this.linkOf(person.id), { queryParams: this.paramsOf(person.id) });
  }

  protected openFile(index: number): void {
    const person = this.files.hasValue() ? this.files.value().items[index] : undefined;
    if (person) void this.router.navigate(this.linkOf(person.id), { queryParams: this.paramsOf(person.id) });
  }
}
