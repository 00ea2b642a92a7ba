import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HandoverList, HandoverView, ProposeHandoverRequest } from '@relais/api-client';
import { HANDOVER_TABLE, hasHandedOver, type Instant, instantAt, isHandoverOpen, isHandoverOver, whyNotHandOver } from '@relais/domain';
import { DayPipe, Formats, Language, Live, liveRead, Refusals, Sending, Session } from '@relais/web/kernel';
import { Dialogs, Icon, KeptWords, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { continuityWords } from './continuity-words';
import { type HandoverMoveAsked, OFFERED_MOVES, type OfferedMove } from './handover-move-dialog';
import { HandoverThread } from './handover-thread';
import { named, namesOf, sentenceOf } from './handover-words';
import type { ProposalAsked } from './propose-handover-dialog';

/** Why these can't be made now is worth a word; the others are offered or absent. */
const EXPLAINED: readonly OfferedMove[] = ['agree_date', 'recall'];

/** Days after which a handover that is over leaves the file; the referral keeps showing its own. */
const SHOWN = 30;

/** The referent changes hands: who leads, what both may do until when, what I may do, and the note for the one who takes. */
@Component({
  selector: 'rl-handover-panel',
  imports: [DayPipe, HandoverThread, Icon, KeptWords, ProblemState, TranslocoDirective],
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
  protected readonly sending = new Sending();
  private readonly list = liveRead<HandoverList>(
    () => `/api/handovers?beneficiaryId=${this.personId()}`,
    () => this.live.changed('referral') + this.live.changedFile(this.personId()),
  );
  protected readonly latest = computed(() => {
    const items = this.list.hasValue() ? this.list.value().items : [];
    const referralId = this.referralId();
    return referralId ? items.find((one) => one.referralId === referralId) : items.find(isOfToday);
  });
  private readonly leadToday = computed(() => (this.list.hasValue() ? this.list.value().lead : null));
  /** The lead, when I may propose another one. */
  protected readonly mine = computed(() => {
    const [lead, items] = [this.leadToday(), this.list.hasValue() ? this.list.value().items : []];
    if (!lead || this.referralId() || items.some(isHandoverOpen) || !this.session.may('referral.write')) return undefined;
    return lead.mine || (lead.gone && this.session.may('handover.force')) ? lead : undefined;
  });
  protected readonly leadName = computed(() => {
    const lead = this.leadToday();
    return lead ? named(lead.postName, lead.unitName) : '';
  });
  protected readonly names = computed(() => {
    const one = this.latest();
    return one ? namesOf(one) : { from: '', to: '' };
  });
  protected readonly over = computed(() => hasHandedOver(this.latest() ?? { status: 'proposed' }));
  protected readonly sentence = computed(() => {
    const one = this.latest();
    if (!one) return '';
    const { statusSince, effectiveOn, effectiveAt, warmUntil, dueAt } = one;
    const on = (at: string | null): string => (at ? this.formats.day(at) : '');
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
    if (!one || one.sides.length === 0 || !this.session.may('referral.write')) return [];
    const { sides, effectiveOn, firstContactAt, dueAt, giverGone } = one;
    const standing = { ...one, ...instants({ effectiveOn, firstContactAt, dueAt }), toPostId: one.toPostId ?? '…' };
    const now = instantAt(Date.now());
    return OFFERED_MOVES.filter((move) => move !== 'force' || this.session.may('handover.force')).map((move) => {
      const side = sides.find((each) => HANDOVER_TABLE[move].by.includes(each)) ?? sides[0] ?? 'giver';
      const answer = { side, postId: null, effectiveOn: instantAt(Date.now() + 86_400_000), reason: '…', giverGone };
      return { move, refusal: whyNotHandOver(move, standing, answer, now) };
    });
  });
  protected readonly offered = computed(() => this.moves().flatMap(({ move, refusal }) => (refusal ? [] : [move])));
  protected readonly refused = computed(() =>
    this.moves().flatMap(({ move, refusal }) =>
      refusal && EXPLAINED.includes(move) ? [{ move, sentence: this.refusals.of(refusal.refused, refusal.params) }] : [],
    ),
  );

  constructor() {
    void this.language.need('continuity', continuityWords).then(() => this.ready.set(true));
  }

  protected async start(move: OfferedMove): Promise<void> {
    const one = this.latest();
    if (!one || this.sending.busy()) return;
    const { HandoverMoveDialog } = await import('./handover-move-dialog');
    const about = move === 'agree' && one.effectiveOn ? 'agree_later' : this.over() ? `${move}_over` : move;
    const on = one.effectiveOn ? this.formats.day(one.effectiveOn) : '';
    const data: HandoverMoveAsked = { move, about, on, ...this.names(), toUnitId: one.toUnitId, toPostId: one.toPostId };
    const body = await this.dialogs.open<object>(HandoverMoveDialog, { data });
    if (body) await this.tell(move, body, () => this.post(`/${one.id}/${move.replaceAll('_', '-')}`, body));
  }

  /** Another referent is proposed; where the one who leads is gone, it is decided in the same breath. */
  protected async propose(): Promise<void> {
    const lead = this.mine();
    if (!lead || this.sending.busy()) return;
    const { ProposeHandoverDialog } = await import('./propose-handover-dialog');
    const data: ProposalAsked = { personId: this.personId(), lead, from: this.leadName() };
    const body = await this.dialogs.open<ProposeHandoverRequest>(ProposeHandoverDialog, { data });
    if (!body) return;
    const forced = lead.gone && this.session.may('handover.force');
    await this.tell(forced ? 'force' : 'propose', body, async () => {
      const { id } = await this.post('', body);
      if (forced) await this.post(`/${id}/force`, { reason: body.reason });
    });
  }

  protected async write(): Promise<void> {
    const { HandoverNoteDialog } = await import('./handover-note-dialog');
    await this.dialogs.open(HandoverNoteDialog, { data: this.latest()?.id, wide: true });
  }

  private post(path: string, body: object): Promise<HandoverView> {
    return firstValueFrom(this.http.post<HandoverView>(`/api/handovers${path}`, body));
  }

  private async tell(done: string, said: object, call: () => Promise<unknown>): Promise<void> {
    await this.sending.run(async () => {
      await call();
      this.toasts.say(this.language.say(`continuity.done.${done}`));
    }, said);
    this.list.reload();
    this.moved.emit();
  }
}

function isOfToday({ status, statusSince }: HandoverView): boolean {
  return !isHandoverOver({ status }) || Date.now() - Date.parse(statusSince) < SHOWN * 86_400_000;
}

/** The times of an answer as the rules know them. */
function instants<K extends string>(times: Record<K, string | null>): Record<K, Instant | null> {
  return times as Record<K, Instant | null>;
}
