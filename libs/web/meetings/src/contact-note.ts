import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** How a person may be reached, as far as somebody who plans must know. */
export type Reach = { readonly unsafeToContact?: boolean; readonly contactRule?: string | null };

/** Says, before anything is planned or sent, that a person may not be contacted directly, or how they may be. Nothing when nothing is said. */
@Component({
  selector: 'rl-contact-note',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (reach(); as one) {
        @if (one.unsafeToContact || one.contactRule) {
          <p role="alert" class="note" [class.danger]="one.unsafeToContact" [class.attention]="!one.unsafeToContact">
            <strong>{{ t(one.unsafeToContact ? 'meetings.unsafe' : 'meetings.rule') }}</strong>&ngsp;<span>{{ one.contactRule }}</span>
          </p>
        }
      }
    </ng-container>
  `,
  styles: `
    :host:not(:has(p)) {
      display: none;
    }
    p {
      margin: 0;
    }
  `,
})
export class ContactNote {
  readonly reach = input.required<Reach | undefined>();
}
