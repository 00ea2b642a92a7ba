import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NoticesPage as Notices, NoticeView } from '@relais/api-client';
import { AgoPipe, Live } from '@relais/web/kernel';
import { EmptyState, ListItem, ListKeys, ProblemState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** What became of the referrals that concern me, as it happens. */
@Component({
  selector: 'rl-notices-page',
  imports: [AgoPipe, EmptyState, ListItem, ListKeys, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('referrals.notices') }}</h1>
        @if (notices.hasValue() && notices.value().unread > 0) {
          <button type="button" (click)="readAll()">{{ t('referrals.read_all') }}</button>
        }
      </header>
      @if (problem()) {
        <rl-problem [problem]="problem()" (retry)="notices.reload()" />
      }
      @if (notices.hasValue()) {
        <ul class="plain-list stack tight" rlListKeys (opened)="open(notices.value().items[$event])">
          @for (notice of notices.value().items; track notice.id) {
            <li>
              <a rlListItem [routerLink]="['/orientations', notice.referralId]" (click)="$event.preventDefault(); open(notice)">
                @if (!notice.readAt) {
                  <span class="badge primary">{{ t('referrals.new') }}</span>
                }
                <strong>{{ t('referrals.notice.' + notice.kind.replace('.', '_')) }}</strong>
                {{ notice.personName ? ' · ' + notice.personName : '' }}
              </a>
              <p class="small muted">
                {{ notice.senderUnitName }} → {{ notice.receiverUnitName }} · {{ notice.createdAt | rlAgo
                }}{{ notice.need ? ' · ' + notice.need : '' }}
              </p>
            </li>
          }
        </ul>
        @if (notices.value().items.length === 0) {
          <rl-empty [title]="t('referrals.no_notice')" />
        }
      } @else if (notices.error()) {
        <rl-problem [problem]="notices.error()" (retry)="notices.reload()" />
      } @else {
        <rl-skeleton [rows]="6" />
      }
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class NoticesPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly notices = httpResource<Notices>(() => {
    this.live.changed('notice');
    return '/api/notices';
  });

  protected async open(notice: NoticeView | undefined): Promise<void> {
    if (!notice) return;
    if (!notice.readAt)
      await firstValueFrom(this.http.post(`/api/notices/${notice.id}/read`, {})).catch((error: unknown) => this.problem.set(error));
    if (notice.referralId) await this.router.navigate(['/orientations', notice.referralId]);
  }

  protected async readAll(): Promise<void> {
    try {
      await firstValueFrom(this.http.post('/api/notices/read-all', {}));
      this.notices.reload();
    } catch (error) {
      this.problem.set(error);
    }
  }
}
