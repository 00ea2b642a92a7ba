import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralView } from '@relais/api-client';
import { HandoverPanel } from '@relais/web/continuity';
import { Icon } from '@relais/web/ui';
import { PacketSheet } from './packet-sheet';
import { ReferralChain } from './referral-chain';
import { ReferralHead } from './referral-head';
import { ReferralMeeting } from './referral-meeting';
import { type Decided, ReferralMoves } from './referral-moves';
import { ReferralStory } from './referral-story';

/** One referral entire; in two columns where there is room for both the thread and what was handed over. */
@Component({
  selector: 'rl-referral-body',
  imports: [
    HandoverPanel,
    Icon,
    PacketSheet,
    ReferralChain,
    ReferralHead,
    ReferralMeeting,
    ReferralMoves,
    ReferralStory,
    TranslocoDirective,
  ],
  host: { '[class.roomy]': 'roomy()' },
  template: `
    <ng-container *transloco="let t">
      @let one = referral();
      <div class="stack">
        <rl-referral-head [referral]="one" />
        @if (one.appointment; as meeting) {
          <rl-referral-meeting [meeting]="meeting" [mine]="one.side === 'receiver'" (told)="stale.emit()" />
        }
        <rl-referral-moves
          [referral]="one"
          [atDesk]="!roomy()"
          (moved)="moved.emit($event)"
          (decided)="decided.emit($event)"
          (stale)="stale.emit()"
        />
        <ng-content />
        @if (roomy() && one.kind === 'redirect' && one.person.beneficiaryId) {
          <rl-handover-panel [personId]="one.person.beneficiaryId" [referralId]="one.id" (moved)="stale.emit()" />
        }
        @if (roomy()) {
          <rl-referral-story [referral]="one" />
        }
      </div>
      <div class="stack">
        @if (one.packet; as packet) {
          <details [open]="one.side === 'receiver' || roomy()">
            <summary>
              {{ t('referrals.packet') }}{{ packet.number > 1 ? ' · ' + t('referrals.packet_number', { number: packet.number - 1 }) : '' }}
            </summary>
            <rl-packet-sheet [content]="packet.content" />
          </details>
          <p>
            <a class="button small" [href]="'/api/referrals/' + one.id + '/person-sheet'" target="_blank" rel="noopener">
              <rl-icon name="print" /> {{ t('referrals.person_sheet') }}
            </a>
          </p>
        } @else if (one.side === 'receiver' && (one.kind !== 'claim' || waits(one))) {
          <p class="note small">{{ t(one.kind === 'claim' ? 'referrals.claim_waits' : 'referrals.packet_after_claim') }}</p>
        }
        <rl-referral-chain [chain]="one.chain" />
        @if (!roomy()) {
          <rl-referral-story [referral]="one" />
        }
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-5);
    }
    summary {
      cursor: pointer;
      font-weight: 650;
      margin-block-end: var(--space-2);
    }
    @media (width >= 64rem) {
      :host(.roomy) {
        display: grid;
        gap: var(--space-7);
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      }
    }
  `,
})
export class ReferralBody {
  readonly referral = input.required<ReferralView>();
  /** A page of its own, instead of the panel beside the queue. */
  readonly roomy = input(false);
  readonly moved = output<ReferralView>();
  readonly decided = output<Decided>();
  /** Something beside the referral changed: read it anew. */
  readonly stale = output();

  /** Whether its receiver still has to be let in. */
  protected waits({ acceptedAt, status }: ReferralView): boolean {
    return acceptedAt === null && status !== 'closed';
  }
}
