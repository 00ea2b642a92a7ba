import { httpResource } from '@angular/common/http';
import { Component, computed, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TimelinePage } from '@relais/api-client';
import { MomentPipe } from '@relais/web/kernel';

/** Notes of the timeline that may go to the other side: those shared with the network or with the person. None is ticked beforehand. */
@Component({
  selector: 'rl-notes-to-tick',
  imports: [MomentPipe, TranslocoDirective],
  template: `
    @if (shareable().length > 0) {
      <fieldset class="stack tight" *transloco="let t">
        <legend>{{ t('referrals.include') }}</legend>
        <p class="hint">{{ t('referrals.include_hint') }}</p>
        @for (note of shareable(); track note.id) {
          <label class="check top">
            <input type="checkbox" [checked]="included().includes(note.id)" (change)="tick(note.id)" />
            <span
              ><span class="small muted">{{ note.at | rlMoment }}</span> {{ note.body }}</span
            >
          </label>
        }
      </fieldset>
    }
  `,
  styles: `
    .top {
      align-items: flex-start;
    }
  `,
})
export class NotesToTick {
  readonly personId = input.required<string>();
  readonly included = model.required<readonly string[]>();
  private readonly timeline = httpResource<TimelinePage>(() => `/api/beneficiaries/${this.personId()}/timeline?limit=30`);
  protected readonly shareable = computed(() => {
    const items = this.timeline.hasValue() ? this.timeline.value().items : [];
    return items.flatMap(({ notes, at }) =>
      notes.filter(({ audience }) => ['network', 'person'].includes(audience)).map((note) => ({ ...note, at })),
    );
  });

  protected tick(id: string): void {
    this.included.update((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
  }
}
