import { HttpClient } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Watchers as WatchersView } from '@relais/api-client';
import { Icon } from '@relais/web/ui';
import { catchError, EMPTY, switchMap, timer } from 'rxjs';

/** Milliseconds between two signs of being here. */
const SIGN = 15_000;

/** The colleagues who have the same referral open right now. The first verdict wins; this spares the second. */
@Component({
  selector: 'rl-watchers',
  imports: [Icon, TranslocoDirective],
  template: `
    <div role="status" *transloco="let t">
      @if (others.hasValue() && others.value().items.length > 0) {
        <div class="note attention small">
          <p>
            <rl-icon name="eye" />
            @for (each of others.value().items; track each.postId) {
              {{ t('referrals.also_here', { name: each.name }) }}
            }
          </p>
        </div>
      }
    </div>
  `,
  styles: `
    p {
      margin: 0 0 var(--space-3);
    }
  `,
})
export class Watchers {
  private readonly http = inject(HttpClient);
  readonly referralId = input.required<string>();
  protected readonly others = rxResource({
    params: () => this.referralId(),
    stream: ({ params: id }) =>
      timer(0, SIGN).pipe(switchMap(() => this.http.post<WatchersView>(`/api/referrals/${id}/watch`, {}).pipe(catchError(() => EMPTY)))),
  });
}
