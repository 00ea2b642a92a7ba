import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ColleagueList, ReferralView } from '@relais/api-client';
import { OUTCOMES, type Outcome, REFUSAL_CODES } from '@relais/domain';
import { AgoPipe, Language, MomentPipe, Session, instantOfLocal, Refusals } from '@relais/web/kernel';
import { Dialogs, Field, Icon, ProblemState, ProgressThread, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { DeclineDialog, type DeclineAnswer } from './decline-dialog';
import { PacketSheet } from './packet-sheet';
import { stepsOf } from './steps';

type Form = 'accept' | 'post_result' | 'ask_info' | 'answer_info' | 'contest' | undefined;

/** Moves of one click; the others ask something first. */
const PLAIN = ['receive', 'record_contact', 'acknowledge', 'withdraw', 'unaccept', 'resume'];

/** One referral: who holds the ball, since when, until when, what happened, and the moves that its machine allows me. */
@Component({
  selector: 'rl-referral-body',
  imports: [AgoPipe, Field, Icon, MomentPipe, PacketSheet, ProblemState, ProgressThread, RouterLink, TranslocoDirective],
  templateUrl: './referral-body.html',
  styleUrl: './referral-body.css',
})
export class ReferralBody {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly refusals = inject(Refusals);
  protected readonly session = inject(Session);

  readonly referral = input.required<ReferralView>();
  readonly moved = output<ReferralView>();

  protected readonly outcomes = OUTCOMES;
  protected readonly form = signal<Form>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly accountable = signal('');
  protected readonly startsAt = signal('');
  protected readonly place = signal('');
  protected readonly outcome = signal<Outcome>('met');
  protected readonly words = signal('');
  protected readonly steps = computed(() => {
    const { status, closure } = this.referral();
    return stepsOf(status, closure, (key) => this.language.say(`referrals.step.${key}`));
  });
  protected readonly plain = computed(() => this.referral().moves.filter(({ move, allowed }) => allowed && PLAIN.includes(move)));
  private readonly colleaguesOf = httpResource<ColleagueList>(() =>
    this.form() === 'accept' ? `/api/units/${this.referral().receiver.unitId}/posts` : undefined,
  );
  protected readonly colleagues = computed(() => (this.colleaguesOf.hasValue() ? this.colleaguesOf.value().items : []));

  protected allows(move: string): boolean {
    return this.referral().moves.some((each) => each.move === move && each.allowed);
  }

  /** Why a move of mine can't be made now, in words; moves of another state say nothing. */
  protected whyNot(): { move: string; sentence: string }[] {
    return this.referral().moves.flatMap(({ move, allowed, whyNot }) => {
      const code = REFUSAL_CODES.find((each) => each === whyNot);
      return allowed || !code || code === 'referral.not_in_this_state' ? [] : [{ move, sentence: this.refusals.of(code) }];
    });
  }

  protected async decline(reason?: string): Promise<void> {
    const answer = await this.dialogs.open<DeclineAnswer>(DeclineDialog, { data: { reason } });
    if (answer) await this.move('decline', answer);
  }

  protected accept(): Promise<void> {
    const startsAt = instantOfLocal(this.startsAt(), this.session.timeZone());
    const appointment = startsAt ? { appointment: { startsAt, minutes: 45, ...(this.place() && { place: this.place() }) } } : {};
    return this.move('accept', { ...(this.accountable() && { accountablePostId: this.accountable() }), ...appointment });
  }

  protected async move(move: string, body: object = {}): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const url = `/api/referrals/${this.referral().id}/${move.replaceAll('_', '-')}`;
      const after = await firstValueFrom(this.http.post<ReferralView>(url, { ...body, version: this.referral().version }));
      this.form.set(undefined);
      this.words.set('');
      this.toasts.say(this.language.say(`referrals.done.${move}`));
      this.moved.emit(after);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
