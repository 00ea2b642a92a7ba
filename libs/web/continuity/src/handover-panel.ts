import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HandoverList, HandoverView } from '@relais/api-client';
import { type HandoverMove, type Instant, instantAt, whyNotHandOver } from '@relais/domain';
import { DayPipe, Formats, Language, Live, Refusals, Session } from '@relais/web/kernel';
import { Dialogs, Icon, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { continuityWords } from './continuity-words';
import { HandoverThread } from './handover-thread';
import { hasGoneOver, namesOf, sentenceOf } from './handover-words';

/** Moves that somebody makes from here; the others come with the referral or the clock. */
const OFFERED = ['agree_date', 'recall'] as const satisfies readonly HandoverMove[];

type Offered = (typeof OFFERED)[number];

/** Days after which a handover that is over leaves the file; the referral keeps showing its own. */
const SHOWN = 30;

/** The referent changes hands: who leads, what both may do until when, what I may do, and the note for the one who takes. */
@Component({
  selector: 'rl-handover-panel',
  imports: [DayPipe, HandoverThread, Icon, ProblemState, TranslocoDirective],
  templateUrl: './handover-panel.html',
  styles: `
    dl,
    p {
      margin: 0;
    }
    summary {
      cursor: pointer;
    }
    :host(:empty) {
      display: none;
    }
  `,
})
export class HandoverPanel {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  protected readonly refusals = inject(Refusals);

  readonly personId = input.required<string>();
  /** Only the handover of this referral. */
  readonly referralId = input<string>();
  /** It moved by my hand: the lead may have changed. */
  readonly moved = output();

  protected readonly ready = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  private readonly list = httpResource<HandoverList>(() => {
    this.live.changedFile(this.personId());
    this.live.changed('referral');
    return `/api/handovers?beneficiaryId=${this.personId()}`;
  });
  protected readonly latest = computed(() => {
    const items = this.list.hasValue() ? this.list.value().items : [];
    const referralId = this.referralId();
    return referralId ? items.find((one) => one.referralId === referralId) : items.find(isOfToday);
  });
  protected readonly names = computed(() => {
    const one = this.latest();
    return one ? namesOf(one) : { from: '', to: '' };
  });
  protected readonly over = computed(() => hasGoneOver(this.latest() ?? { status: 'proposed' }));
  protected readonly sentence = computed(() => {
    const one = this.latest();
    if (!one) return '';
    const on = (at: string | null): string => (at ? this.formats.day(at) : '');
    const { statusSince, effectiveOn, effectiveAt, warmUntil, dueAt } = one;
    const days = { since: on(statusSince), on: on(effectiveOn), at: on(effectiveAt), until: on(warmUntil), due: on(dueAt) };
    return this.language.say(`continuity.says.${sentenceOf(one)}`, { ...this.names(), ...days });
  });
  protected readonly dates = computed(() => {
    const one = this.latest();
    if (!one) return [];
    const { firstContactAt, effectiveOn, effectiveAt, warmUntil } = one;
    const dates = { first_contact: firstContactAt, agreed: effectiveOn, effective: effectiveAt, warm: warmUntil };
    return Object.entries(dates).flatMap(([key, at]) => (at ? [{ key, at }] : []));
  });
  private readonly moves = computed(() => {
    const one = this.latest();
    if (!one?.side || !this.session.may('referral.write')) return [];
    const { side, effectiveOn, firstContactAt, dueAt } = one;
    const standing = { ...one, ...instants({ effectiveOn, firstContactAt, dueAt }) };
    const now = instantAt(Date.now());
    const answer = { side, postId: null, effectiveOn: instantAt(Date.now() + 86_400_000), reason: '…' };
    return OFFERED.map((move) => ({ move, refusal: whyNotHandOver(move, standing, answer, now) }));
  });
  protected readonly offered = computed(() => this.moves().flatMap(({ move, refusal }) => (refusal ? [] : [move])));
  protected readonly refused = computed(() =>
    this.moves().flatMap(({ move, refusal }) => (refusal ? [{ move, sentence: this.refusals.of(refusal.refused, refusal.params) }] : [])),
  );

  constructor() {
    void this.language.need('continuity', continuityWords).then(() => this.ready.set(true));
  }

  protected async start(move: Offered): Promise<void> {
    const one = this.latest();
    if (!one || this.busy()) return;
    const { HandoverMoveDialog } = await import('./handover-move-dialog');
    const body = await this.dialogs.open<object>(HandoverMoveDialog, { data: { move, ...this.names(), over: this.over() } });
    if (!body) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.http.post<HandoverView>(`/api/handovers/${one.id}/${move.replaceAll('_', '-')}`, body));
      this.toasts.say(this.language.say(`continuity.done.${move}`));
      this.list.reload();
      this.moved.emit();
    } catch (problem) {
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }

  protected async write(): Promise<void> {
    const { HandoverNoteDialog } = await import('./handover-note-dialog');
    await this.dialogs.open(HandoverNoteDialog, { data: this.latest()?.id, wide: true });
  }
}

function isOfToday({ status, statusSince }: HandoverView): boolean {
  const isOver = ['ended', 'refused', 'lapsed', 'recalled', 'forced'].includes(status);
  return !isOver || Date.now() - Date.parse(statusSince) < SHOWN * 86_400_000;
}

/** The times of an answer as the rules know them. */
function instants<K extends string>(times: Record<K, string | null>): Record<K, Instant | null> {
  return times as Record<K, Instant | null>;
}
