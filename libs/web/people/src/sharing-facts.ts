import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { SHARING_STATUSES, SHARING_WAYS, type SharingStatus, type SharingWay } from '@relais/domain';
import { DayPipe, Language, marked, Sending } from '@relais/web/kernel';
import { Dialogs, Field, Icon } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';

/** What the person said of sharing: told, agreed or opposed; how, when, to whom. Opposing is confirmed once its effect was read. */
@Component({
  selector: 'rl-sharing-facts',
  imports: [DayPipe, Failed, Field, Icon, TranslocoDirective],
  templateUrl: './sharing-facts.html',
})
export class SharingFacts {
  private readonly dialogs = inject(Dialogs);
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private once: string = crypto.randomUUID();
  readonly file = input.required<BeneficiaryView>();
  readonly changed = output<BeneficiaryView>();

  protected readonly statuses = SHARING_STATUSES;
  protected readonly ways = SHARING_WAYS.filter((way) => way !== 'own_space');
  protected readonly noting = signal(false);
  protected readonly status = signal<SharingStatus>('agreed');
  protected readonly how = signal<SharingWay>('said');
  protected readonly detail = signal('');
  protected readonly sending = new Sending();

  protected async record(): Promise<void> {
    if (this.status() === 'opposed' && !(await this.sure())) return;
    const url = `/api/beneficiaries/${this.file().id}/sharings`;
    const body = { status: this.status(), how: this.how(), detail: this.detail().trim() };
    await this.sending.run(async () => {
      const file = await firstValueFrom(this.http.post<BeneficiaryView>(url, body, { context: marked({ once: this.once }) }));
      this.once = crypto.randomUUID();
      this.noting.set(false);
      this.detail.set('');
      this.changed.emit(file);
    });
  }

  private sure(): Promise<boolean> {
    const say = (key: string): string => this.language.say(`people.oppose.${key}`);
    return this.dialogs.confirm({ title: say('title'), text: say('text'), confirm: say('confirm'), danger: true });
  }
}
