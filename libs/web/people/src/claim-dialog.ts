import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PersonCard, ReferralView } from '@relais/api-client';
import { INTERVIEW_THEMES } from '@relais/domain';
import { marked, Sending } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { CardWords } from './card-words';
import { Failed } from './failed';

/** Asks for a person whom one has met and does not accompany: the team that does decides. */
@Component({
  selector: 'rl-claim-dialog',
  imports: [CardWords, DialogFrame, Failed, Field, TranslocoDirective],
  templateUrl: './claim-dialog.html',
})
export class ClaimDialog {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  protected readonly ref = inject<DialogRef<ReferralView>>(DialogRef);
  protected readonly card = inject<PersonCard>(DIALOG_DATA);
  protected readonly themes = INTERVIEW_THEMES;
  protected readonly sayings = ['agreed', 'informed'] as const;
  protected readonly ways = ['said', 'signed'] as const;
  protected readonly need = signal('');
  protected readonly theme = signal<string>('guidance');
  protected readonly urgent = signal(false);
  protected readonly message = signal('');
  protected readonly said = signal<'agreed' | 'informed' | ''>('');
  protected readonly how = signal<'said' | 'signed'>('said');
  protected readonly sending = new Sending();
  protected readonly complete = computed(() => this.need().trim() !== '' && this.said() !== '');

  protected async ask(): Promise<void> {
    if (!this.complete()) return;
    const body = {
      cardId: this.card.cardId,
      need: this.need().trim(),
      theme: this.theme(),
      urgent: this.urgent(),
      message: this.message().trim(),
      agreement: { status: this.said(), how: this.how() },
    };
    await this.sending.run(async () => {
      const context = marked({ once: this.once });
      this.ref.close(await firstValueFrom(this.http.post<ReferralView>('/api/referrals/claims', body, { context })));
    });
  }
}
