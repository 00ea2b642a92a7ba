import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { DatePipe } from '@relais/web/kernel';
import { DateField, Field, Icon } from '@relais/web/ui';
import { ConflictSheet } from './conflict-sheet';
import { Failed } from './failed';
import { FileEdit, type FilePatch } from './file-edit';
import { Why } from './why';

/** Who the person is; corrected in place. */
@Component({
  selector: 'rl-identity-facts',
  imports: [ConflictSheet, DateField, DatePipe, Failed, Field, Icon, TranslocoDirective, Why],
  templateUrl: './identity-facts.html',
  providers: [FileEdit],
})
export class IdentityFacts {
  protected readonly edit = inject(FileEdit);
  readonly file = input.required<BeneficiaryView>();
  readonly changed = output<BeneficiaryView>();

  protected readonly editing = signal(false);
  protected readonly texts = ['givenName', 'familyName', 'nameOfUse', 'birthName', 'pronoun'] as const;
  protected readonly draft = linkedSignal<Record<(typeof this.texts)[number], string>>(() => {
    const { givenName, familyName, nameOfUse, birthName, pronoun } = this.file();
    return { givenName, familyName, nameOfUse: nameOfUse ?? '', birthName: birthName ?? '', pronoun: pronoun ?? '' };
  });
  protected readonly birthDate = linkedSignal<string>(() => this.file().birthDate);

  protected write(key: (typeof this.texts)[number], value: string): void {
    this.draft.update((draft) => ({ ...draft, [key]: value }));
  }

  protected async save(): Promise<void> {
    const { givenName, familyName, nameOfUse, birthName, pronoun } = this.draft();
    await this.send(this.file(), {
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      nameOfUse: nameOfUse.trim() || null,
      birthName: birthName.trim() || null,
      pronoun: pronoun.trim() || null,
      birthDate: this.birthDate() || this.file().birthDate,
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
