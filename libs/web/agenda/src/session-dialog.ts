import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GroupSessionView } from '@relais/api-client';
import { instantOfLocal, Language, localOf, marked, Refusals, Sending, Session } from '@relais/web/kernel';
import { ClashNote, meetingWords } from '@relais/web/meetings';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** A collective session, planned or moved: what, when, where, how many people; what stands there already is said before it is saved. */
@Component({
  selector: 'rl-session-dialog',
  imports: [ClashNote, DialogFrame, Field, ProblemState, TranslocoDirective],
  templateUrl: './session-dialog.html',
})
export class SessionDialog {
  private readonly http = inject(HttpClient);
  private readonly zone = inject(Session).timeZone();
  private readonly refusals = inject(Refusals);
  private readonly once = crypto.randomUUID();
  private readonly note = viewChild(ClashNote);
  protected readonly ref = inject<DialogRef<GroupSessionView>>(DialogRef);
  protected readonly moving = inject<GroupSessionView | null>(DIALOG_DATA, { optional: true });
  protected readonly title = signal(this.moving?.title ?? '');
  protected readonly when = signal(localOf(this.moving?.startsAt ?? null, this.zone));
  protected readonly minutes = signal(this.moving?.minutes ?? 120);
  protected readonly capacity = signal(this.moving?.capacity ?? 10);
  protected readonly place = signal(this.moving?.place ?? '');
  protected readonly ready = signal(false);
  protected readonly sending = new Sending();
  protected readonly sentence = computed(() => this.refusals.sentence(this.sending.problem()));
  protected readonly startsAt = computed(() => instantOfLocal(this.when(), this.zone));
  protected readonly clashing = computed(() => this.note()?.clashing() ?? false);
  private readonly changed = computed(() => {
    const { startsAt, minutes, capacity, place } = this.moving ?? {};
    return startsAt !== this.startsAt() || minutes !== this.minutes() || capacity !== this.capacity() || place !== this.place().trim();
  });
  protected readonly complete = computed(
    () => this.title().trim() !== '' && this.startsAt() !== null && this.minutes() >= 5 && this.capacity() >= 1 && this.changed(),
  );

  constructor() {
    void inject(Language)
      .need('meetings', meetingWords)
      .then(() => this.ready.set(true));
  }

  protected async save(): Promise<void> {
    if (!this.complete()) return;
    const [title, place] = [this.title().trim(), this.place().trim()];
    const at = { startsAt: this.startsAt(), minutes: this.minutes(), capacity: this.capacity(), place, beside: this.clashing() };
    const [url, body] = this.moving ? [`/api/group-sessions/${this.moving.id}/move`, at] : ['/api/group-sessions', { ...at, title }];
    await this.sending.run(async () =>
      this.ref.close(await firstValueFrom(this.http.post<GroupSessionView>(url, body, { context: marked({ once: this.once }) }))),
    );
  }
}
