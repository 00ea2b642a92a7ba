import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ClashList } from '@relais/api-client';
import { TimePipe } from '@relais/web/kernel';

/** What stands at a time already, said before it is saved. Of others only that they are taken. */
@Component({
  selector: 'rl-clash-note',
  imports: [TimePipe, TranslocoDirective],
  template: `
    <div aria-live="polite" *transloco="let t">
      @if (clashes().length > 0) {
        <div class="note attention">
          <strong>{{ t('meetings.clash.title') }}</strong>
          <ul>
            @for (clash of clashes(); track clash.startsAt + clash.postId) {
              <li>
                {{
                  t('ui.said_of', {
                    of: (clash.startsAt | rlTime) + ' – ' + (clash.endsAt | rlTime),
                    what: clash.name ?? t(clash.mine ? 'meetings.clash.mine' : 'meetings.clash.theirs'),
                  })
                }}
              </li>
            }
          </ul>
          <p class="small">{{ t('meetings.clash.hint') }}</p>
        </div>
      }
    </div>
  `,
  styles: `
    ul {
      margin-block: var(--space-1);
      padding-inline-start: var(--space-4);
    }
  `,
})
export class ClashNote {
  /** Not required: whoever shows it asks whether it clashes before it is filled in. */
  readonly startsAt = input<string | null>(null);
  readonly minutes = input(0);
  readonly hostId = input<string>();
  readonly withPostId = input<string | null>();
  readonly appointmentId = input<string>();

  private readonly found = httpResource<ClashList>(() => {
    const startsAt = this.startsAt();
    if (!startsAt || this.minutes() < 5) return undefined;
    const more = { hostId: this.hostId(), withPostId: this.withPostId(), appointmentId: this.appointmentId() };
    const given = Object.entries(more).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return { url: '/api/agenda/clashes', params: { startsAt, minutes: this.minutes(), ...Object.fromEntries(given) } };
  });
  protected readonly clashes = computed(() => (this.found.hasValue() ? this.found.value().items : []));

  /** Whether something stands there. */
  readonly clashing = computed(() => this.clashes().length > 0);
}
