import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { CONTACT_PREFERENCES, type ContactPreference } from '@relais/domain';
import { Field, Icon } from '@relais/web/ui';
import { ConflictSheet } from './conflict-sheet';
import { Failed } from './failed';
import { FileEdit, type FilePatch } from './file-edit';
import { Why } from './why';

/** How to reach the person safely; corrected in place. */
@Component({
  selector: 'rl-contact-facts',
  imports: [ConflictSheet, Failed, Field, Icon, TranslocoDirective, Why],
  templateUrl: './contact-facts.html',
  providers: [FileEdit],
})
export class ContactFacts {
  protected readonly edit = inject(FileEdit);
  readonly file = input.required<BeneficiaryView>();
  readonly changed = output<BeneficiaryView>();

  protected readonly preferences = CONTACT_PREFERENCES;
  protected readonly editing = signal(false);
  protected readonly phone = linkedSignal(() => this.file().phone ?? '');
  protected readonly email = linkedSignal(() => this.file().email ?? '');
  protected readonly street = linkedSignal(() => this.file().street ?? '');
  protected readonly rule = linkedSignal(() => this.file().contactRule);
  protected readonly preference = linkedSignal<ContactPreference>(() => this.file().contactPreference);
  protected readonly unsafe = linkedSignal(() => this.file().unsafeToContact);
  protected readonly interpreter = linkedSignal(() => this.file().interpreter);

  protected async save(): Promise<void> {
    await this.send(this.file(), {
      phone: this.phone().trim() || null,
      email: this.email().trim() || null,
      street: this.street().trim() || null,
      contactRule: this.rule().trim(),
      contactPreference: this.preference(),
      unsafeToContact: this.unsafe(),
      interpreter: this.interpreter(),
    });
  }

  protected async settle(patch: FilePatch): Promise<void> {
    const conflict = this.edit.conflict();
    if (conflict) await this.send(conflict.now, patch);
  }

  protected leave(): void {
    this.edit.drop();
    this.editing.set(false);
  }

  private async send(file: BeneficiaryView, patch: FilePatch): Promise<void> {
    const saved = await this.edit.save(file, patch);
    if (!saved) return;
    this.leave();
    this.changed.emit(saved);
  }
}
