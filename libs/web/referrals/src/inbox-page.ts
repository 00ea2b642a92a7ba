import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralCounts, ReferralLine, ReferralsPage, ReferralView } from '@relais/api-client';
import { AgoPipe, Language, Live } from '@relais/web/kernel';
import { Dialogs, EmptyState, ListItem, ListKeys, ProblemState, ProgressThread, SidePanel, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { DeclineDialog, type DeclineAnswer } from './decline-dialog';
import { ReferralBody } from './referral-body';
import { stepsOf } from './steps';

const BOXES = ['received', 'to_contact', 'in_progress', 'sent', 'draft', 'done'] as const;
/** Milliseconds during which a verdict can be taken back before it leaves the browser. Source: referral.md, triage desk. */
const UNDO = 8_000;

/** Every referral gets an answer in time and a named owner: the queue by due date, one key per verdict, the next one already on screen. */
@Component({
  selector: 'rl-inbox-page',
  imports: [
    AgoPipe,
    EmptyState,
    ListItem,
    ListKeys,
    ProblemState,
    ProgressThread,
    ReferralBody,
    RouterLink,
    SidePanel,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.css',
})
export class InboxPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly live = inject(Live);

  /** Which view: `?vue=`. */
  readonly vue = input<string>();

  protected readonly boxes = BOXES;
  protected readonly box = computed(() => BOXES.find((each) => each === this.vue()) ?? 'received');
  protected readonly page = httpResource<ReferralsPage>(() => {
    this.live.changed('referral');
    return `/api/referrals?box=${this.box()}`;
  });
  protected readonly counts = httpResource<ReferralCounts>(() => {
    this.live.changed('referral');
    return '/api/referrals/counts';
  });
  protected readonly leaving = signal<readonly string[]>([]);
  protected readonly lines = computed(() =>
    (this.page.hasValue() ? this.page.value().items : []).filter(({ id }) => !this.leaving().includes(id)),
  );
  protected readonly selected = signal<string | undefined>(undefined);
  protected readonly opened = httpResource<ReferralView>(() => (this.selected() ? `/api/referrals/${this.selected()}` : undefined));
  protected readonly problem = signal<unknown>(undefined);

  protected steps(line: ReferralLine): ReturnType<typeof stepsOf> {
    return stepsOf(line.status, line.closure, (key) => this.language.say(`referrals.step.${key}`));
  }

  protected countOf(box: (typeof BOXES)[number]): number | undefined {
    const counts = this.counts.hasValue() ? this.counts.value() : undefined;
    return box === 'done' ? undefined : counts?.[box];
  }

  protected letter({ key, index }: { key: string; index: number }): void {
    const line = this.lines()[index];
    if (!line) return;
    if (key === 'a') this.accept(line);
    if (key === 'd') void this.decline(line);
    if (key === 'r') void this.decline(line, 'other_destination');
  }

  protected open(index: number): void {
    this.selected.set(this.lines()[index]?.id);
  }

  protected mayDecide(line: ReferralLine): boolean {
    return line.side === 'receiver' && ['sent', 'received', 'waitlisted'].includes(line.status);
  }

  /** The verdict leaves the browser after eight seconds: until then it can be taken back. */
  protected accept(line: ReferralLine): void {
    if (!this.mayDecide(line)) return;
    this.verdict(line, 'accept', {}, this.language.say('referrals.accepted', { name: line.name }));
  }

  protected async decline(line: ReferralLine, reason?: string): Promise<void> {
    if (!this.mayDecide(line)) return;
    const answer = await this.dialogs.open<DeclineAnswer>(DeclineDialog, { data: { reason } });
    if (answer) this.verdict(line, 'decline', answer, this.language.say('referrals.declined', { name: line.name }));
  }

  protected changed(): void {
    this.page.reload();
    this.counts.reload();
    this.opened.reload();
  }

  protected show(box: string): void {
    this.selected.set(undefined);
    void this.router.navigate([], { queryParams: { vue: box } });
  }

  private verdict(line: ReferralLine, move: string, body: object, words: string): void {
    this.problem.set(undefined);
    this.leaving.update((ids) => [...ids, line.id]);
    if (this.selected() === line.id) this.selected.set(undefined);
    const timer = setTimeout(() => void this.send(line, move, body), UNDO);
    this.toasts.undoable(words, () => {
      clearTimeout(timer);
      this.comeBack(line.id);
    });
  }

  private async send(line: ReferralLine, move: string, body: object): Promise<void> {
    try {
      await firstValueFrom(this.http.post(`/api/referrals/${line.id}/${move}`, { ...body, version: line.version }));
      this.changed();
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.comeBack(line.id);
      this.page.reload();
    }
  }

  private comeBack(id: string): void {
    this.leaving.update((ids) => ids.filter((each) => each !== id));
  }
}
