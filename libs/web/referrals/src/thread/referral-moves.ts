import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DestinationList, ReferralView } from '@relais/api-client';
import { INTERVIEW_THEMES, rankDestinations, REFUSAL_CODES, type ReferralMove } from '@relais/domain';
import { isProblem, Language, Refusals, Sending } from '@relais/web/kernel';
import { Icon, KeptWords, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { MoveQuestions, type Subject } from '../moves/move-questions';
import { type Gesture, OFFERED_MOVES } from '../moves/what-moves-ask';
import { answeredBefore } from './answered-before';

/** A verdict taken in a panel: the desk lets it leave after its time to undo. */
export type Decided = { readonly move: ReferralMove; readonly body: object };

/** Moves that the triage desk lets one take back before they leave. */
const VERDICTS: readonly ReferralMove[] = ['accept', 'decline', 'waitlist', 'ask_info'];

/** How many destinations are offered when nobody named one. */
const BEST = 2;

/** The moves of my side: those the machine allows as buttons, the others with their reason. */
@Component({
  selector: 'rl-referral-moves',
  imports: [Icon, KeptWords, ProblemState, RouterLink, TranslocoDirective],
  templateUrl: './referral-moves.html',
  styleUrl: './referral-moves.css',
})
export class ReferralMoves {
  private readonly http = inject(HttpClient);
  private readonly questions = inject(MoveQuestions);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly refusals = inject(Refusals);

  readonly referral = input.required<ReferralView>();
  /** Whether verdicts are handed over to the triage desk instead of leaving at once. */
  readonly atDesk = input(false);
  readonly moved = output<ReferralView>();
  readonly decided = output<Decided>();
  /** The referral is no longer as it stands here: read it anew. */
  readonly stale = output();

  protected readonly sending = new Sending();
  protected readonly sentence = computed(() => {
    const problem = this.sending.problem();
    return answeredBefore(problem, (key, params) => this.language.say(key, params)) ?? this.refusals.sentence(problem);
  });
  protected readonly noContact = computed(() => isProblem(this.sending.problem(), 'referral.no_contact_yet'));
  protected readonly offered = computed(() => {
    const allowed = new Set(this.referral().moves.flatMap(({ move, allowed }) => (allowed ? [move] : [])));
    return OFFERED_MOVES.filter((move) => allowed.has(move));
  });
  /** Where next once it is over: what the sender named, what the receiver named, else what would be most useful. */
  protected readonly nextPlaces = computed(() => {
    const { thenTo, alternatives, need, theme, receiver } = this.referral();
    const named = [...new Map([...thenTo, ...alternatives].map((each) => [each.unitId, each])).values()];
    if (named.length > 0) return named;
    const about = INTERVIEW_THEMES.find((each) => each === theme) ?? 'other';
    return rankDestinations(this.destinations.hasValue() ? this.destinations.value().items : [], need, about)
      .filter(({ unitId }) => unitId !== receiver.unitId)
      .slice(0, BEST);
  });
  private readonly destinations = httpResource<DestinationList>(() => {
    const { status, closure, side, person, thenTo, alternatives, theme } = this.referral();
    const isOver = status === 'closed' && closure !== 'completed' && side === 'sender' && person.beneficiaryId !== null;
    if (!isOver || thenTo.length + alternatives.length > 0) return undefined;
    return `/api/destinations?person=${person.beneficiaryId}&theme=${theme}`;
  });
  protected readonly mayRedirect = computed(() => this.offered().includes('decline') && this.referral().kind !== 'claim');

  /** Moves that can't be made now, together when they have the same reason. */
  protected readonly refused = computed(() => {
    const closed = this.referral().moves.filter(({ move, allowed }) => !allowed && OFFERED_MOVES.includes(move));
    const groups = Map.groupBy(closed, ({ whyNot }) => whyNot);
    return [...groups].flatMap(([code, moves]) => {
      const known = REFUSAL_CODES.find((each) => each === code);
      const names = moves.map(({ move }) => this.language.say(`referrals.move.${move}`)).join(', ');
      return known ? [{ names, sentence: this.refusals.of(known) }] : [];
    });
  });

  protected async start(move: Gesture): Promise<void> {
    const body = await this.questions.of(move, this.subject());
    if (body) await this.leave(move, body);
  }

  protected async redirect(): Promise<void> {
    const body = await this.questions.decline(this.subject(), true);
    if (body) await this.leave('decline', body);
  }

  private async leave(move: Gesture, body: object): Promise<void> {
    if (this.atDesk() && isVerdict(move)) return this.decided.emit({ move, body });
    const done = await this.sending.run(async () => {
      const { id, version } = this.referral();
      const url = `/api/referrals/${id}/${move.replaceAll('_', '-')}`;
      const after = await firstValueFrom(this.http.post<ReferralView>(url, { ...body, version }));
      this.toasts.say(this.language.say(`referrals.done.${move}`));
      this.moved.emit(after);
    }, body);
    if (!done) this.stale.emit();
  }

  private subject(): Subject {
    const { person, kind, need, theme, receiver, transitions, firstContactAt } = this.referral();
    const asked = transitions.findLast(({ move }) => move === 'ask_info')?.reason;
    return {
      name: person.name,
      kind,
      need,
      theme,
      receiverUnitId: receiver.unitId,
      receiverUnitName: receiver.unitName,
      met: firstContactAt !== null,
      ...(asked && { asked }),
      ...(person.beneficiaryId && { personId: person.beneficiaryId }),
    };
  }
}

function isVerdict(move: Gesture): move is ReferralMove {
  return VERDICTS.some((each) => each === move);
}
