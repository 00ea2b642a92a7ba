import { Component, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GlassView, LinkRequestView, PersonCard, ReferralView } from '@relais/api-client';
import { AgoPipe, CanDo, Language } from '@relais/web/kernel';
import { Dialogs, Icon, Toasts } from '@relais/web/ui';
import { AskLinkDialog } from './ask-link-dialog';
import { CardWords } from './card-words';
import { ClaimDialog } from './claim-dialog';
import { GlassDialog } from './glass-dialog';

/** A person whom one does not accompany: who they may be, whom to ask, and the ways to their file. */
@Component({
  selector: 'rl-index-card',
  imports: [AgoPipe, CanDo, CardWords, Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <rl-card-words [card]="card()" />
      @if (asked(); as request) {
        <p class="small">
          @switch (request.status) {
            @case ('asked') {
              <span class="badge primary">{{ t('people.link.status.asked') }}</span> {{ request.createdAt | rlAgo }}
            }
            @case ('refused') {
              <span class="badge attention">{{ t('people.link.status.refused') }}</span> {{ request.answer }}
            }
          }
        </p>
      }
      <p class="cluster">
        @if (asked()?.status !== 'asked') {
          <button *canDo="'beneficiary.ask_link'" type="button" class="small" (click)="ask()">
            <rl-icon name="link" /> {{ t('people.link.ask') }}
            <span class="visually-hidden"> {{ card().name }}</span>
          </button>
        }
        @if (card().asks.length > 0) {
          <button *canDo="'referral.write'" type="button" class="small" (click)="claim()">
            <rl-icon name="refer" /> {{ t('people.claim.ask') }}
            <span class="visually-hidden"> {{ card().name }}</span>
          </button>
        }
        <button *canDo="'beneficiary.break_glass'" type="button" class="small quiet" (click)="breakGlass()">
          <rl-icon name="alert" /> {{ t('people.glass.action') }}
          <span class="visually-hidden"> {{ card().name }}</span>
        </button>
      </p>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-1);
    }
    .cluster {
      padding-block-start: var(--space-1);
    }
  `,
})
export class IndexCard {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  readonly card = input.required<PersonCard>();
  /** The latest request of one's own team for this person. */
  readonly asked = input<LinkRequestView>();
  readonly requested = output<LinkRequestView>();

  /** Opens the request for a link. */
  async ask(): Promise<void> {
    const request = await this.dialogs.open<LinkRequestView, PersonCard>(AskLinkDialog, { data: this.card() });
    if (!request) return;
    this.toasts.say(this.language.say('people.link.asked_toast'));
    this.requested.emit(request);
  }

  /** Asks those who accompany a person that one has met to accompany them too, as a referral that is followed until its end. */
  async claim(): Promise<void> {
    const claimed = await this.dialogs.open<ReferralView, PersonCard>(ClaimDialog, { data: this.card(), wide: true });
    if (!claimed) return;
    this.toasts.say(this.language.say('people.claim.sent'));
    await this.router.navigate(['/orientations', claimed.id]);
  }

  /** Opens the emergency door. */
  async breakGlass(): Promise<void> {
    const glass = await this.dialogs.open<GlassView, PersonCard>(GlassDialog, { data: this.card() });
    if (glass) await this.router.navigate(['/personnes', glass.beneficiaryId]);
  }
}
