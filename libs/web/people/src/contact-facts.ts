import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { CONTACT_PREFERENCES, type ContactPreference } from '@relais/domain';
import { DatePipe, marked } from '@relais/web/kernel';
import { Field, Icon, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Identity, how to reach the person safely, and who answers for continuity; corrected in place. */
@Component({
  selector: 'rl-contact-facts',
  imports: [DatePipe, Field, Icon, ProblemState, TranslocoDirective],
  templateUrl: './contact-facts.html',
})
export class ContactFacts {
  private readonly http = inject(HttpClient);
  readonly file = input.required<BeneficiaryView>();
  readonly changed = output<BeneficiaryView>();

  protected readonly preferences = CONTACT_PREFERENCES;
  protected readonly editing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly phone = linkedSignal(() => this.file().phone ?? '');
  protected readonly email = linkedSignal(() => this.file().email ?? '');
  protected readonly rule = linkedSignal(() => this.file().contactRule);
  protected readonly preference = linkedSignal<ContactPreference>(() => this.file().contactPreference);
  protected readonly unsafe = linkedSignal(() => this.file().unsafeToContact);

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { id, version } = this.file();
    const body = {
      phone: this.phone() || null,
      email: this.email() || null,
      contactRule: this.rule(),
      contactPreference: this.preference(),
      unsafeToContact: this.unsafe(),
    };
    try {
      const file = await firstValueFrom(
        this.http.patch<BeneficiaryView>(`/api/beneficiaries/${id}`, body, { context: marked({ version }) }),
      );
      this.editing.set(false);
      this.changed.emit(file);
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
