import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { civilDateIn, instantAt, SITUATION_KINDS, type SituationKind } from '@relais/domain';
import { marked, Sending, Session } from '@relais/web/kernel';
import { Field } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';

/** A dated change of situation, told once for everyone who accompanies the person. */
@Component({
  selector: 'rl-situation-form',
  imports: [Field, Failed, TranslocoDirective],
  template: `
    <form class="stack tight" *transloco="let t" (submit)="$event.preventDefault(); note()">
      <rl-field [label]="t('people.situation_kind')">
        <select #what (change)="kind.set($any(what.value))">
          @for (each of kinds; track each) {
            <option [value]="each" [selected]="each === kind()">{{ t('people.situation.' + each) }}</option>
          }
        </select>
      </rl-field>
      <rl-field [label]="t('people.situation_detail')" pointer="/detail" [problem]="sending.problem()">
        <textarea #words rows="2" [value]="detail()" (input)="detail.set(words.value)"></textarea>
      </rl-field>
      <rl-field [label]="t('people.situation_from')" pointer="/validFrom" [problem]="sending.problem()">
        <input #day type="date" [value]="from()" (change)="from.set(day.value)" />
      </rl-field>
      @if (sending.problem()) {
        <rl-failed [problem]="sending.problem()" [what]="t('people.not_saved')" (retry)="note()" />
      }
      <div class="cluster">
        <button class="primary small" [disabled]="sending.busy()">{{ t('people.save') }}</button>
        <button type="button" class="small" (click)="given.emit()">{{ t('people.cancel') }}</button>
      </div>
    </form>
  `,
})
export class SituationForm {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  readonly fileId = input.required<string>();
  readonly noted = output<BeneficiaryView>();
  readonly given = output();

  protected readonly kinds = SITUATION_KINDS;
  protected readonly kind = signal<SituationKind>('schooling');
  protected readonly detail = signal('');
  protected readonly from = signal<string>(civilDateIn(inject(Session).timeZone(), instantAt(Date.now())));
  protected readonly sending = new Sending();

  protected async note(): Promise<void> {
    const body = { kind: this.kind(), detail: this.detail(), validFrom: this.from() };
    const url = `/api/beneficiaries/${this.fileId()}/situations`;
    await this.sending.run(async () => {
      this.noted.emit(await firstValueFrom(this.http.post<BeneficiaryView>(url, body, { context: marked({ once: this.once }) })));
    });
  }
}
