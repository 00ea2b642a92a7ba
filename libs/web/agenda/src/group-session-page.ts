import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GroupSessionView, Participant } from '@relais/api-client';
import { type AppointmentMove, toInstant, whyNotCancelled, whyNotSeat } from '@relais/domain';
import {
  Formats,
  Language,
  lastRead,
  Live,
  liveRead,
  MomentPipe,
  Now,
  type PersonFound,
  PersonPicker,
  Refusals,
  Session,
} from '@relais/web/kernel';
import { MeetingRights } from '@relais/web/meetings';
import { Dialogs, EmptyState, Icon, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

const OUT = ['excused', 'cancelled'];

/** A collective session: who is expected, one more while there is room, and the sign-in list: came or not, each with one click; printable. */
@Component({
  selector: 'rl-group-session-page',
  imports: [EmptyState, Icon, MomentPipe, PersonPicker, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './group-session-page.html',
  styleUrl: './group-session-page.css',
})
export class GroupSessionPage {
  private readonly http = inject(HttpClient);
  private readonly live = inject(Live);
  private readonly refusals = inject(Refusals);
  private readonly language = inject(Language);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly formats = inject(Formats);
  private readonly now = inject(Now);
  private readonly rights = inject(MeetingRights);
  private readonly operatorId = inject(Session).post()?.operatorId ?? '';
  private readonly picker = viewChild(PersonPicker);

  readonly id = input.required<string>();
  protected readonly session = liveRead<GroupSessionView>(
    () => `/api/group-sessions/${this.id()}`,
    () => this.live.changed('notice', 'pack', 'referral'),
  );
  protected readonly failed = signal<unknown>(undefined);
  protected readonly said = signal('');
  protected readonly problem = computed(() => this.failed() ?? this.session.error());
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));
  protected readonly expected = computed(() => this.people().filter(({ status }) => !OUT.includes(status)));
  protected readonly out = computed(() => this.people().filter(({ status }) => OUT.includes(status)));
  protected readonly came = computed(() => this.expected().filter(({ status }) => status === 'honoured').length);
  protected readonly last = lastRead(this.session, this.id);
  private readonly refusal = computed(() => {
    const session = this.last();
    return session && whyNotSeat({ ...session, startsAt: toInstant(session.startsAt) }, this.now.at());
  });
  protected readonly seats = computed(() => this.refusal() === undefined);
  protected readonly full = computed(() => this.refusal()?.refused === 'group.full');
  /** It can be moved or called off until it begins. */
  protected readonly open = computed(() => {
    const session = this.last();
    return session && !whyNotCancelled({ ...session, startsAt: toInstant(session.startsAt) }, this.now.at());
  });
  private readonly people = computed(() => this.last()?.participants ?? []);

  protected async seat(person: PersonFound | undefined): Promise<void> {
    if (!person) return;
    await this.orShow(async () => {
      this.session.set(
        await firstValueFrom(
          this.http.post<GroupSessionView>(`/api/group-sessions/${this.id()}/participants`, { beneficiaryId: person.id }),
        ),
      );
      this.said.set(this.language.say('agenda.session.seated', { name: person.name }));
      this.picker()?.clear();
    });
  }

  /** A place is settled like any meeting; it belongs to the operator of its session. */
  protected may(move: AppointmentMove, { status }: Pick<Participant, 'status'>): boolean {
    const startsAt = this.last()?.startsAt;
    return startsAt !== undefined && this.rights.may(move, { operatorId: this.operatorId, status, startsAt });
  }

  protected async tick({ appointmentId, name }: Participant, what: 'honour' | 'no_show' | 'excuse'): Promise<void> {
    await this.orShow(async () => {
      await firstValueFrom(this.http.post(`/api/appointments/${appointmentId}/${what.replace('_', '-')}`, {}));
      this.said.set(this.language.say(`agenda.session.ticked.${what}`, { name }));
      this.session.reload();
    });
  }

  protected async move(session: GroupSessionView): Promise<void> {
    const { SessionDialog } = await import('./session-dialog');
    const moved = await this.dialogs.open<GroupSessionView, GroupSessionView>(SessionDialog, { data: session });
    if (!moved) return;
    this.session.set(moved);
    this.toasts.say(this.language.say('agenda.session.moved', { when: this.formats.moment(moved.startsAt) }));
  }

  protected async cancel(): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.language.say('agenda.session.cancel_title'),
      text: this.language.say('agenda.session.cancel_text'),
      confirm: this.language.say('agenda.session.cancel_confirm'),
      danger: true,
    });
    if (!sure) return;
    await this.orShow(async () => {
      this.session.set(await firstValueFrom(this.http.post<GroupSessionView>(`/api/group-sessions/${this.id()}/cancel`, {})));
    });
  }

  protected print(): void {
    window.print();
  }

  protected reload(): void {
    this.failed.set(undefined);
    this.session.reload();
  }

  private async orShow(act: () => Promise<void>): Promise<void> {
    this.failed.set(undefined);
    await act().catch((error: unknown) => this.failed.set(error));
  }
}
