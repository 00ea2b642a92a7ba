import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine, DatedPage } from '@relais/api-client';
import { lastRead, Live, liveRead, Refusals, Sending, Shortcuts } from '@relais/web/kernel';
import { EmptyState, ListItem, ListKeys, ProblemState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { DatedLineRow } from './dated-line-row';

/** Dates for which one answers, or one’s unit, earliest first: clocks of people and dates of referrals in one list. */
@Component({
  selector: 'rl-dates-page',
  imports: [DatedLineRow, EmptyState, ListItem, ListKeys, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('clocks.title') }}</h1>
      </header>
      <nav class="tabs" [attr.aria-label]="t('clocks.views')">
        @for (each of scopes; track each.vue) {
          <a
            routerLink="."
            [queryParams]="{ vue: each.vue }"
            [class.active]="scope() === each.scope"
            [attr.aria-current]="scope() === each.scope ? 'page' : null"
            >{{ t('clocks.scope.' + each.scope) }}</a
          >
        }
      </nav>
      @if (sending.problem() ?? page.error(); as failed) {
        <rl-problem [problem]="failed" [title]="t('clocks.failed')" [sentence]="refusals.sentence(failed)" (retry)="again()" />
      }
      @if (read()) {
        @if (lines().length > 0) {
          <p class="hint keys">{{ t('clocks.keys_hint') }}</p>
          <ul class="rows" rlListKeys [lettersOff]="lettersOff()" (opened)="open($event)" [attr.aria-label]="t('clocks.title')">
            @for (line of lines(); track line.id) {
              <li>
                <rl-dated-line [line]="line" [named]="true"
                  ><a heading class="name" rlListItem [routerLink]="linkOf(line)">{{ line.name ?? t('clocks.someone') }}</a></rl-dated-line
                >
              </li>
            }
          </ul>
          @if (next()) {
            <button type="button" [disabled]="sending.busy()" (click)="more()">{{ t('clocks.more') }}</button>
          }
        } @else {
          <rl-empty [title]="t('clocks.empty.' + scope())" />
        }
      } @else if (!page.error()) {
        <rl-skeleton [rows]="8" />
      }
    </ng-container>
  `,
  styles: `
    .name {
      font-weight: 600;
    }
    .keys {
      margin-block: var(--space-3);
    }
    @media (pointer: coarse), (width < 48rem) {
      .keys {
        display: none;
      }
    }
  `,
})
export class DatesPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  protected readonly refusals = inject(Refusals);
  protected readonly lettersOff = inject(Shortcuts).lettersOff;

  /** Which view: `?vue=equipe`. */
  readonly vue = input<string>();

  protected readonly scopes = [
    { scope: 'mine', vue: null },
    { scope: 'unit', vue: 'equipe' },
  ] as const;
  protected readonly scope = computed(() => (this.vue() === 'equipe' ? 'unit' : 'mine'));
  protected readonly page = liveRead<DatedPage>(
    () => `/api/clocks?scope=${this.scope()}`,
    () => this.live.changed('continuity', 'notice'),
  );
  protected readonly read = lastRead(this.page, this.scope);
  private readonly later = linkedSignal<DatedPage | undefined, readonly DatedLine[]>({ source: this.read, computation: () => [] });
  protected readonly lines = computed(() => [...(this.read()?.items ?? []), ...this.later()]);
  protected readonly next = linkedSignal(() => this.read()?.next ?? null);
  protected readonly sending = new Sending();

  protected again(): void {
    this.sending.forget();
    this.page.reload();
  }

  protected open(index: number): void {
    const line = this.lines()[index];
    if (line) void this.router.navigate(this.linkOf(line));
  }

  protected linkOf({ kind, id, beneficiaryId }: DatedLine): string[] {
    return kind === 'referral' || !beneficiaryId ? ['/orientations', id] : ['/personnes', beneficiaryId];
  }

  protected async more(): Promise<void> {
    const read = this.read();
    await this.sending.run(async () => {
      const page = await firstValueFrom(this.http.get<DatedPage>(`/api/clocks?scope=${this.scope()}&after=${this.next()}`));
      // What was read anew meanwhile begins again with its first page.
      if (read !== this.read()) return;
      this.later.update((lines) => [...lines, ...page.items]);
      this.next.set(page.next);
    });
  }
}
