import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BoardCard, RoundView, SightingView } from '@relais/api-client';
import { ATTEMPT_RESULTS, type AttemptChannel, type AttemptResult } from '@relais/domain';
import { DayPipe, Formats, Language, marked, Refusals, Sending } from '@relais/web/kernel';
import { Meetings } from '@relais/web/meetings';
import { DialogFrame, Field, Icon, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

const VISIT_MINUTES = 60;

/** The round of contacts: which channel next, what came of it; nothing is offered that may put the person in danger. */
@Component({
  selector: 'rl-attempt-dialog',
  imports: [DayPipe, DialogFrame, Field, Icon, ProblemState, Skeleton, TranslocoDirective],
  templateUrl: './attempt-dialog.html',
  styles: `
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    p,
    ul {
      margin: 0;
    }
  `,
})
export class AttemptDialog {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly meetings = inject(Meetings);
  private readonly once = [crypto.randomUUID(), crypto.randomUUID()] as const;
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly card = inject<BoardCard>(DIALOG_DATA);
  private readonly base = `/api/beneficiaries/${this.card.beneficiaryId}`;
  protected readonly round = httpResource<RoundView>(() => `${this.base}/outreach`);
  private readonly channels = computed(() => (this.round.hasValue() ? this.round.value().channels : []));
  protected readonly usable = computed(() => this.channels().filter(({ standing }) => standing !== 'barred'));
  protected readonly barred = computed(() => this.channels().filter(({ standing }) => standing === 'barred'));
  protected readonly picked = signal<AttemptChannel | undefined>(undefined);
  protected readonly channel = computed(() => this.picked() ?? this.usable()[0]?.channel);
  protected readonly results = ATTEMPT_RESULTS;
  protected readonly result = signal<AttemptResult>('no_answer');
  protected readonly changed = signal(false);
  protected readonly sending = new Sending();

  protected log(): Promise<boolean> {
    const [channel, result] = [this.channel(), this.result()];
    return this.sending.run(async () => {
      await this.post('attempts', { channel, result }, this.once[0]);
      this.toasts.say(this.language.say(`board.done.${result === 'reached' ? 'reached' : 'attempt'}`, { name: this.card.name }));
      this.ref.close(true);
    });
  }

  /** The person was met although nobody may look for them. */
  protected met(): Promise<boolean> {
    return this.sending.run(async () => {
      await this.post('attempts', { channel: 'visit', result: 'reached' }, this.once[0]);
      this.toasts.say(this.language.say('board.done.reached', { name: this.card.name }));
      this.ref.close(true);
    });
  }

  protected ask(): Promise<boolean> {
    return this.sending.run(async () => {
      await this.post('sightings', {}, this.once[1]);
      this.toasts.say(this.language.say('board.done.ask'));
      this.changed.set(true);
      this.round.reload();
    });
  }

  protected planVisit(): Promise<boolean> {
    const { beneficiaryId, name, unsafeToContact } = this.card;
    const contactRule = this.round.hasValue() ? this.round.value().contactRule : null;
    const person = { beneficiaryId, name, unsafeToContact, contactRule };
    const purpose = this.language.say('board.visit_purpose');
    return this.sending.run(async () => {
      if (await this.meetings.plan({ person, minutes: VISIT_MINUTES, purpose })) this.changed.set(true);
    });
  }

  /** What a team that was asked answered, if it did. */
  protected answerOf({ askedAt, answeredAt, seen, seenOn }: SightingView): string {
    if (answeredAt === null) return this.language.say('board.asked', { ago: this.formats.ago(askedAt) });
    return seen
      ? this.language.say('board.seen_there', { day: this.formats.date(seenOn ?? '') })
      : this.language.say('board.not_seen_there');
  }

  private async post(what: string, body: object, once: string): Promise<void> {
    await firstValueFrom(this.http.post(`${this.base}/${what}`, body, { context: marked({ once }) }));
  }
}
