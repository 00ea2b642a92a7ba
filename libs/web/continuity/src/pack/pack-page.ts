import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AbsenceView, PackView } from '@relais/api-client';
import { type Instant, type PackMove, PACK_MOVES, whyNotPack } from '@relais/domain';
import {
  DatePipe,
  isProblem,
  Language,
  lastOf,
  Live,
  liveRead,
  marked,
  MomentPipe,
  Now,
  Refusals,
  Sending,
  Session,
} from '@relais/web/kernel';
import { Dialogs, Icon, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { ClosePost } from './close-post';
import { PackFiles } from './pack-files';
import { PackReceivers } from './pack-receivers';
import { PackSummary } from './pack-summary';

/** One absence: who takes the files, what moves, how far it is, and what became of each. */
@Component({
  selector: 'rl-pack-page',
  imports: [
    ClosePost,
    DatePipe,
    Icon,
    MomentPipe,
    PackFiles,
    PackReceivers,
    PackSummary,
    ProblemState,
    RouterLink,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './pack-page.html',
})
export class PackPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly live = inject(Live);
  private readonly session = inject(Session);
  private readonly now = inject(Now);
  protected readonly refusals = inject(Refusals);
  readonly id = input.required<string>();

  protected readonly absence = httpResource<AbsenceView>(() => `/api/absences/${this.id()}`);
  protected readonly pack = liveRead<PackView>(
    () => `/api/absences/${this.id()}/pack`,
    () => this.live.changed('pack'),
  );
  /** `none`: nobody said yet who takes over. */
  protected readonly last = lastOf<PackView | 'none'>(
    () => (this.pack.hasValue() ? this.pack.value() : isProblem(this.pack.error(), 'request.not_found') ? 'none' : undefined),
    this.id,
  );
  /** Somebody chooses again who takes over. */
  protected readonly choosing = signal(false);
  protected readonly sending = new Sending();
  protected readonly current = computed(() => {
    const last = this.last();
    return last === 'none' ? undefined : last;
  });
  protected readonly moves = computed(() => {
    const pack = this.current();
    if (!pack) return [];
    const standing = { status: pack.status, endsAs: pack.endsAs, undoUntil: pack.undoUntil as Instant | null };
    return PACK_MOVES.filter((move) => whyNotPack(move, standing, pack.standing, this.now.at()) === undefined);
  });
  /** A new pack may follow one that is over. */
  protected readonly asks = computed(() => {
    const over = ['undone', 'returned'].includes(this.current()?.status ?? '');
    return this.absence.hasValue() && this.absence.value().standing !== 'reads' && (this.last() === 'none' || over || this.choosing());
  });

  /** The post of somebody who left is closed by whoever leads the unit. */
  protected readonly closes = computed(() => {
    const absence = this.absence.hasValue() ? this.absence.value() : undefined;
    return absence?.kind === 'departure' && absence.standing === 'leads' && this.session.may('post.close');
  });

  /** It is not over: its last day can still be another one. */
  protected readonly lasts = computed(() => {
    const absence = this.absence.hasValue() ? this.absence.value() : undefined;
    return (
      absence?.endsOn !== undefined && absence.endsOn !== null && absence.standing !== 'reads' && absence.endsOn >= this.session.today()
    );
  });

  protected can(move: PackMove): boolean {
    return this.moves().includes(move);
  }

  protected prepared(): void {
    this.choosing.set(false);
    this.pack.reload();
  }

  protected async move(move: 'run' | 'undo' | 'return'): Promise<void> {
    const pack = this.current();
    if (!pack || this.sending.busy()) return;
    const say = (key: string): string => this.language.say(`absences.ask.${move}.${key}`, { count: pack.totals.leads, name: pack.name });
    if (!(await this.dialogs.confirm({ title: say('title'), text: say('text'), confirm: say('confirm') }))) return;
    const done = await this.sending.run(() => firstValueFrom(this.http.post<PackView>(`/api/packs/${pack.id}/${move}`, {})));
    if (done) this.toasts.say(this.language.say(`absences.done.${move}`));
    this.pack.reload();
  }

  protected async moveLastDay(absence: AbsenceView): Promise<void> {
    const { LastDayDialog } = await import('./last-day-dialog');
    if (!(await this.dialogs.open<boolean>(LastDayDialog, { data: { absence, pack: this.current() } }))) return;
    this.toasts.say(this.language.say('absences.last_day.done'));
    this.absence.reload();
    this.pack.reload();
  }

  protected async cancel({ id, version }: AbsenceView): Promise<void> {
    const say = (key: string): string => this.language.say(`absences.ask.cancel.${key}`);
    if (!(await this.dialogs.confirm({ title: say('title'), text: say('text'), confirm: say('confirm'), danger: true }))) return;
    const call = this.http.delete(`/api/absences/${id}`, { context: marked({ version }) });
    if (await this.sending.run(() => firstValueFrom(call))) await this.router.navigate(['/absences']);
  }
}
