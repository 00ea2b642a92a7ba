import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { JournalLine, JournalPage } from '@relais/api-client';
import { Language, MomentPipe } from '@relais/web/kernel';
import { EmptyState, Icon, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';

/** Who looked at a file, when and why. */
@Component({
  selector: 'rl-journal-page',
  imports: [EmptyState, Failed, Icon, MomentPipe, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './journal-page.html',
  styles: `
    .when {
      white-space: nowrap;
    }
  `,
})
export class JournalPageComponent {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  readonly id = input.required<string>();
  protected readonly page = httpResource<JournalPage>(() => `/api/beneficiaries/${this.id()}/journal`);
  private readonly first = computed(() => (this.page.hasValue() ? this.page.value() : undefined));
  private readonly later = linkedSignal<JournalPage | undefined, readonly JournalLine[]>({ source: this.first, computation: () => [] });
  protected readonly next = linkedSignal(() => this.first()?.next ?? null);
  protected readonly lines = computed(() => [...(this.first()?.items ?? []), ...this.later()]);
  protected readonly problem = signal<unknown>(undefined);

  /** What was done, in words; an act that has none yet is told by its code. */
  protected actOf({ action }: JournalLine): string {
    const key = `people.act.${action.replace('.', '_')}`;
    const said = this.language.say(key);
    return said === key ? this.language.say('people.act.other', { action }) : said;
  }

  protected reasonOf({ action, reason }: JournalLine): string {
    if (!reason) return '';
    return action === 'glass.broken' ? this.language.say(`people.glass.reason.${reason}`) : reason;
  }

  protected async more(): Promise<void> {
    this.problem.set(undefined);
    try {
      const page = await firstValueFrom(this.http.get<JournalPage>(`/api/beneficiaries/${this.id()}/journal?after=${this.next()}`));
      this.later.update((lines) => [...lines, ...page.items]);
      this.next.set(page.next);
    } catch (error) {
      this.problem.set(error);
    }
  }
}
