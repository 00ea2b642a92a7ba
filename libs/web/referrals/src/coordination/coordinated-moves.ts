import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CoordinatedThread } from '@relais/api-client';
import type { ReferralMove } from '@relais/domain';
import { Language, Refusals, Sending } from '@relais/web/kernel';
import { Dialogs, KeptWords, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { MoveDialog } from '../moves/move-dialog';
import { RerouteDialog } from './reroute-dialog';

const OFFERED: readonly ReferralMove[] = ['release', 'confirm_decline', 'return_decline', 'reroute', 'withdraw'];

/** What the region may decide on a referral; each decision but a release has its reason. */
@Component({
  selector: 'rl-coordinated-moves',
  imports: [KeptWords, ProblemState, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (sending.problem()) {
        <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false">
          <rl-kept-words [body]="sending.said()" />
        </rl-problem>
      }
      <section class="cluster" [attr.aria-label]="t('referrals.moves')">
        @for (move of offered(); track move) {
          <button type="button" [class.primary]="$first" [disabled]="sending.busy()" (click)="start(move)">
            {{ t('referrals.move.' + move) }}
          </button>
        } @empty {
          <p class="small muted">{{ t('referrals.nothing_to_decide') }}</p>
        }
      </section>
    </ng-container>
  `,
})
export class CoordinatedMoves {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly refusals = inject(Refusals);
  readonly referral = input.required<CoordinatedThread>();
  readonly moved = output<CoordinatedThread>();

  protected readonly sending = new Sending();
  protected readonly offered = computed(() => {
    const allowed = new Set(this.referral().moves.flatMap(({ move, allowed }) => (allowed ? [move] : [])));
    return OFFERED.filter((move) => allowed.has(move));
  });

  protected async start(move: ReferralMove): Promise<void> {
    const body = await this.ask(move);
    if (!body || this.sending.busy()) return;
    await this.sending.run(async () => {
      const { id, version } = this.referral();
      const url = `/api/coordinated-referrals/${id}/${move.replaceAll('_', '-')}`;
      const after = await firstValueFrom(this.http.post<CoordinatedThread>(url, { ...body, version }));
      this.toasts.say(this.language.say(`referrals.done.${move}`));
      this.moved.emit(after);
    }, body);
  }

  private ask(move: ReferralMove): Promise<object | undefined> {
    const { fileNumber, need, theme, alternatives } = this.referral();
    const name = this.language.say('referrals.file_number', { number: fileNumber });
    if (move === 'release') return Promise.resolve({});
    if (move === 'reroute')
      return this.dialogs.open(RerouteDialog, { data: { name, need, theme, named: alternatives.map(({ unitId }) => unitId) } });
    return this.dialogs.open(MoveDialog, { data: { move, name, mustSayWhy: true } });
  }
}
