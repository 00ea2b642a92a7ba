import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentList, AppointmentView } from '@relais/api-client';
import { Language, MomentPipe, Refusals } from '@relais/web/kernel';
import { ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { meetingWords } from './meeting-words';
import { Meetings } from './meetings';

/** Meetings that are over and of which nobody said what became of them: came, or not. Nothing is shown when there are none. */
@Component({
  selector: 'rl-to-fill',
  imports: [MomentPipe, ProblemState, RouterLink, TranslocoDirective],
  templateUrl: './to-fill.html',
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-4);
    }
    :host:empty {
      display: none;
    }
    li {
      flex-wrap: wrap;
      padding-block: var(--space-1);
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class ToFill {
  private readonly http = inject(HttpClient);
  private readonly meetings = inject(Meetings);
  private readonly refusals = inject(Refusals);
  /** Something was said: what stands around reads anew. */
  readonly changed = output();
  private readonly list = httpResource<AppointmentList>(() => '/api/agenda/to-fill');
  protected readonly ready = signal(false);
  protected readonly failed = signal<unknown>(undefined);
  protected readonly sentence = computed(() => this.refusals.sentence(this.failed()));
  protected readonly open = computed(() => (this.ready() && this.list.hasValue() ? this.list.value().items : []));

  constructor() {
    void inject(Language)
      .need('meetings', meetingWords)
      .then(() => this.ready.set(true))
      .catch(() => undefined);
  }

  /** Reads the list anew. */
  reload(): void {
    this.list.reload();
  }

  protected async came({ id }: AppointmentView): Promise<void> {
    await this.orShow(() => firstValueFrom(this.http.post(`/api/appointments/${id}/honour`, {})));
  }

  protected async absent(meeting: AppointmentView): Promise<void> {
    const { id: appointmentId, unsafeToContact, contactRule } = meeting;
    await this.orShow(() =>
      this.meetings.absent({ ...meeting, appointmentId, context: { unsafeToContact, contactRule: contactRule ?? '' } }),
    );
  }

  private async orShow(act: () => Promise<unknown>): Promise<void> {
    this.failed.set(undefined);
    try {
      await act();
      this.reload();
      this.changed.emit();
    } catch (error) {
      this.failed.set(error);
    }
  }
}
