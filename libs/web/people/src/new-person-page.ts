import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, CandidatesRequest, LinkRequestView, PersonCard } from '@relais/api-client';
import { isCivilDate, SHARING_STATUSES, SHARING_WAYS, type SharingStatus, type SharingWay } from '@relais/domain';
import { CanDo, DatePipe, isProblem, Language, marked, PeopleSearch } from '@relais/web/kernel';
import { DateField, Dialogs, ErrorSummary, Field, Icon, Toasts } from '@relais/web/ui';
import { firstValueFrom, switchMap, timer } from 'rxjs';
import { AskLinkDialog } from './ask-link-dialog';
import { Failed } from './failed';

const REST = 200;
const FIRST_LETTERS = 3;

/** Opening a file without ever making a double: candidates appear beside the names from the third letter, with the reasons in words. */
@Component({
  selector: 'rl-new-person-page',
  imports: [CanDo, DateField, DatePipe, ErrorSummary, Failed, Field, FormField, Icon, RouterLink, TranslocoDirective],
  templateUrl: './new-person-page.html',
  styleUrl: './new-person-page.css',
})
export class NewPersonPage {
  private readonly dialogs = inject(Dialogs);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly search = inject(PeopleSearch);
  private once: string = crypto.randomUUID();

  /** What was typed in the search box. */
  readonly nom = input<string>();

  protected readonly statuses = SHARING_STATUSES.filter((status) => status !== 'opposed');
  protected readonly ways = SHARING_WAYS.filter((way) => way !== 'own_space');
  protected readonly model = signal({ familyName: '', givenName: '', birthDate: '', phone: '', email: '' });
  protected readonly sharing = signal<SharingStatus>('informed');
  protected readonly how = signal<SharingWay>('said');
  protected readonly form = form(this.model, (path) => {
    required(path.familyName);
    required(path.givenName);
    required(path.birthDate);
  });
  protected readonly problem = signal<unknown>(undefined);
  /** A refusal that is about no field in particular. */
  protected readonly whole = computed(() => {
    const problem = this.problem();
    return isProblem(problem) && problem.errors.length === 0 ? problem : undefined;
  });
  protected readonly busy = signal(false);
  /** Index cards of people who are somebody else: the new file remembers them. */
  protected readonly notThem = signal<readonly string[]>([]);
  /** Index cards whose team was asked for the link. */
  protected readonly asked = signal<readonly string[]>([]);
  protected readonly candidates = rxResource({
    params: () => this.typed(),
    stream: ({ params }) => timer(REST).pipe(switchMap(() => this.search.candidates(params))),
  });
  protected readonly shown = computed(() => {
    const items = this.candidates.hasValue() ? this.candidates.value().items : [];
    return items.filter(({ cardId }) => !this.notThem().includes(cardId));
  });

  constructor() {
    effect(() => {
      const typed = this.nom()?.replace(/\d.*$/, '').trim();
      if (!typed) return;
      const [familyName = '', ...given] = typed.split(/\s+/);
      this.model.update((model) => ({ ...model, familyName, givenName: given.join(' ') }));
    });
  }

  /** Tells the person of a card apart from the one being created. */
  protected tellApart({ cardId }: PersonCard): void {
    this.notThem.update((others) => [...others, cardId]);
  }

  /** Asks those who accompany the person of a card for the link. */
  protected async askLink(card: PersonCard): Promise<void> {
    if (!(await this.dialogs.open<LinkRequestView, PersonCard>(AskLinkDialog, { data: card }))) return;
    this.asked.update((others) => [...others, card.cardId]);
    this.toasts.say(this.language.say('people.link.asked_toast'));
  }

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { phone, email, ...person } = this.model();
    const notThem = this.notThem();
    const body = {
      ...person,
      sharing: this.sharing(),
      how: this.how(),
      ...(phone && { phone }),
      ...(email && { email }),
      ...(notThem.length > 0 && { notThem }),
    };
    try {
      const file = await firstValueFrom(
        this.http.post<BeneficiaryView>('/api/beneficiaries', body, { context: marked({ once: this.once }) }),
      );
      this.toasts.say(this.language.say('people.created', { name: file.name }));
      await this.router.navigate(['/personnes', file.id]);
    } catch (error) {
      this.problem.set(error);
      this.once = crypto.randomUUID();
    } finally {
      this.busy.set(false);
    }
  }

  private typed(): CandidatesRequest | undefined {
    const { familyName, givenName, birthDate, phone, email } = this.model();
    if ((familyName + givenName).trim().length < FIRST_LETTERS) return undefined;
    return {
      familyName,
      givenName,
      ...(isCivilDate(birthDate) && { birthDate }),
      ...(phone.length > 8 && { phone }),
      ...(email.includes('@') && { email }),
    };
  }
}
