import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AssignedLead, BoardCard, ColleagueList } from '@relais/api-client';
import { Language, Refusals, Sending } from '@relais/web/kernel';
import { DialogFrame, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Gives a file to a colleague, the one with the fewest files first. */
@Component({
  selector: 'rl-assign-dialog',
  imports: [DialogFrame, ProblemState, Skeleton, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('board.assign_title', { name: card.name })">
      <form id="assign" class="stack" (submit)="$event.preventDefault(); assign()">
        @if (colleagues.hasValue()) {
          <fieldset class="stack tight">
            <legend>{{ t('board.assign_to') }}</legend>
            @for (each of byLoad(); track each.id) {
              <label class="check">
                <input type="radio" name="colleague" [checked]="chosen() === each.id" (change)="chosen.set(each.id)" />
                <span
                  >{{ each.givenName }} {{ each.familyName }}
                  <span class="muted small">{{ t('board.files', { count: each.files }) }}</span></span
                >
              </label>
            }
          </fieldset>
        } @else if (!colleagues.error()) {
          <rl-skeleton [rows]="4" />
        }
        @if (sending.problem() ?? colleagues.error(); as failed) {
          <rl-problem [problem]="failed" [sentence]="refusals.sentence(failed)" (retry)="colleagues.reload()" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('board.cancel') }}</button>
        <button form="assign" class="primary" [disabled]="sending.busy() || !chosen()">{{ t('board.do.assign') }}</button>
      </div>
    </rl-dialog>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
  `,
})
export class AssignDialog {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<AssignedLead>>(DialogRef);
  protected readonly card = inject<BoardCard>(DIALOG_DATA);
  protected readonly colleagues = httpResource<ColleagueList>(() => `/api/units/${this.card.unitId}/posts`);
  protected readonly byLoad = computed(() =>
    this.colleagues.hasValue() ? [...this.colleagues.value().items].sort((one, other) => one.files - other.files) : [],
  );
  protected readonly chosen = linkedSignal(() => this.byLoad()[0]?.id);
  protected readonly sending = new Sending();

  protected async assign(): Promise<void> {
    const postId = this.chosen();
    if (!postId) return;
    await this.sending.run(async () => {
      const lead = await firstValueFrom(this.http.post<AssignedLead>(`/api/beneficiaries/${this.card.beneficiaryId}/lead`, { postId }));
      this.toasts.say(this.language.say('board.done.assign', { name: this.card.name, to: lead.leadName }));
      this.ref.close(lead);
    });
  }
}
