import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AbsenceList, AbsenceView } from '@relais/api-client';
import { DatePipe, Live, liveRead, Refusals, Session } from '@relais/web/kernel';
import { Dialogs, EmptyState, Icon, ProblemState, Skeleton } from '@relais/web/ui';
import { Caseloads } from './caseloads';

/** Who is away now or soon, and what each colleague carries. */
@Component({
  selector: 'rl-absences-page',
  imports: [Caseloads, DatePipe, EmptyState, Icon, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './absences-page.html',
  styles: `
    .rows > li {
      padding-block: var(--space-3);
    }
    p {
      margin: 0;
    }
  `,
})
export class AbsencesPage {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  protected readonly refusals = inject(Refusals);
  protected readonly absences = liveRead<AbsenceList>(
    () => '/api/absences',
    () => this.live.changed('pack'),
  );
  protected readonly unitId = computed(() => this.session.post()?.unitId ?? '');
  protected readonly leads = computed(() => this.session.may('post.close'));

  protected async note(): Promise<void> {
    const { AbsenceFormDialog } = await import('./absence-form-dialog');
    const noted = await this.dialogs.open<AbsenceView>(AbsenceFormDialog, { data: { unitId: this.unitId(), leads: this.leads() } });
    if (noted) await this.router.navigate(['/absences', noted.id]);
  }
}
