import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NoticesPage as Notices, NoticeView } from '@relais/api-client';
import { type CivilDate, plusDays } from '@relais/domain';
import { AgoPipe, CanDo, Formats, Language, Live, liveRead, Online, Session } from '@relais/web/kernel';
import { EmptyState, Icon, type Letter, ListItem, ListKeys, OfflineNotice, ProblemState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { groupNotices, type NoticeLine } from './group-notices';

/** What the reader should know now, what waits for them first, each with the way to settle it. */
@Component({
  selector: 'rl-notices-page',
  imports: [AgoPipe, CanDo, EmptyState, Icon, ListItem, ListKeys, OfflineNotice, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './notices-page.html',
  styleUrl: './notices-page.css',
})
export class NoticesPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  protected readonly online = inject(Online).online;

  /** Which view: `?vue=non-lus`. */
  readonly vue = input<string>();

  protected readonly only = computed(() => (this.vue() === 'non-lus' ? 'unread' : 'all'));
  protected readonly after = signal<string | undefined>(undefined);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly notices = liveRead<Notices>(
    () => {
      const after = this.after();
      return { url: '/api/notices', params: { only: this.only(), ...(after && { after }) } };
    },
    () => this.live.changed('notice'),
  );
  protected readonly groups = computed(() =>
    groupNotices(this.notices.hasValue() ? this.notices.value().items : [], this.session.timeZone()),
  );
  /** Every line in the order of the screen, for the keyboard. */
  protected readonly lines = computed(() => this.groups().flatMap(({ lines }) => lines));

  protected heading(day: CivilDate | undefined): string {
    if (day === undefined) return this.language.say('notices.waiting');
    const today = this.session.today();
    if (day === today) return this.language.say('notices.today');
    if (day === plusDays(today, -1)) return this.language.say('notices.yesterday');
    return this.formats.date(day);
  }

  /** What happened, in one sentence; a reminder says which date has come. */
  protected sentence({ kind, detail }: NoticeView): string {
    if (kind === 'referral.reminded') return this.language.say(`notices.reminder.${detail?.split(':')[0]}`);
    if (kind === 'clock.soon' || kind === 'clock.due') {
      const [clock = '', milestone = ''] = detail?.split('.') ?? [];
      return `${this.language.say(`notices.clock.${clock}`)}\u00A0: ${this.language.say(`notices.clock_milestone.${milestone}`)}`;
    }
    const when = kind.startsWith('appointment.') ? this.formats.moment(detail ?? '') : '';
    return this.language.say(`notices.kind.${kind.replace('.', '_')}`, { when });
  }

  /** Where the notice leads; a coordinator reads no referral, only its case. */
  protected linkOf({ kind, audience, referralId, beneficiaryId, detail }: NoticeView): UrlTree | null {
    const to = (...path: string[]): UrlTree => this.router.createUrlTree(path);
    if (referralId && audience === 'coordinator')
      return this.router.createUrlTree(['/coordination'], { queryParams: { orientation: referralId } });
    if (referralId) return to('/orientations', referralId);
    if (kind.startsWith('appointment.')) return to('/agenda');
    if (kind.startsWith('pack.')) return to('/absences');
    if (kind.startsWith('glass.') && audience !== 'referent') return to('/journal');
    if (kind.startsWith('beneficiary.link_') && (kind !== 'beneficiary.link_granted' || !beneficiaryId)) return to('/personnes', 'liens');
    if ((kind.startsWith('merge.') || kind === 'beneficiary.merged') && detail) return to('/personnes', 'reunions', detail);
    if (!beneficiaryId) return null;
    return kind === 'glass.broken' ? to('/personnes', beneficiaryId, 'journal') : to('/personnes', beneficiaryId);
  }

  /** The next act that a notice asks for, as the words of its link. */
  protected actOf({ kind, topic, audience }: NoticeView): string {
    const special = [
      'referral.info_asked',
      'referral.result_posted',
      'referral.cancel_requested',
      'beneficiary.link_asked',
      'handover.proposed',
      'merge.proposed',
      'glass.broken',
      'glass.review_overdue',
      'person.not_told',
      'clock.due',
    ];
    if (special.includes(kind) && topic !== 'course') return `notices.act.${kind.replace('.', '_')}`;
    if (audience === 'receiver' && topic === 'arrival') return 'notices.act.take';
    return 'notices.act.open';
  }

  protected async open(line: NoticeLine | undefined): Promise<void> {
    if (!line) return;
    await this.read(line);
    const link = this.linkOf(line.notice);
    if (link) await this.router.navigateByUrl(link);
  }

  protected letter({ key, index }: Letter): void {
    const line = this.lines()[index];
    if (key === 'l' && line) void this.read(line, true);
  }

  protected async read({ notice, earlier }: NoticeLine, again = false): Promise<void> {
    const unread = [notice, ...earlier].filter(({ readAt }) => !readAt);
    if (unread.length === 0) return;
    await this.orShow(() => Promise.all(unread.map(({ id }) => firstValueFrom(this.http.post(`/api/notices/${id}/read`, {})))));
    if (again) this.notices.reload();
  }

  protected async readAll(): Promise<void> {
    await this.orShow(() => firstValueFrom(this.http.post('/api/notices/read-all', {})));
    this.notices.reload();
  }

  private async orShow(act: () => Promise<unknown>): Promise<void> {
    this.problem.set(undefined);
    await act().catch((error: unknown) => this.problem.set(error));
  }
}
