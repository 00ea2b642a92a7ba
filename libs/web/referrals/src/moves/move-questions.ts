import { inject, Service } from '@angular/core';
import type { ReferralKind } from '@relais/domain';
import { Language } from '@relais/web/kernel';
import { meetingWords } from '@relais/web/meetings';
import { Dialogs } from '@relais/web/ui';
import { AcceptClaimDialog } from './accept-claim-dialog';
import { AcceptDialog } from './accept-dialog';
import { DeclineDialog } from './decline-dialog';
import { MoveDialog } from './move-dialog';
import { SnoozeDialog } from './snooze-dialog';
import { type Gesture, WHAT_MOVES_ASK } from './what-moves-ask';

/** What the dialogs need to know of a referral, from a line of a queue as from the whole thread. */
export type Subject = {
  readonly name: string;
  readonly kind: ReferralKind;
  readonly need: string;
  readonly theme: string;
  readonly receiverUnitId: string;
  readonly receiverUnitName: string;
  readonly asked?: string;
  readonly met?: boolean;
  readonly personId?: string;
};

/** Asks what a move needs before it leaves; undefined when one thought better of it. */
@Service()
export class MoveQuestions {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);

  of(move: Gesture, subject: Subject): Promise<object | undefined> {
    if (move === 'accept' && subject.kind === 'claim')
      return this.dialogs.open(AcceptClaimDialog, { data: { name: subject.name, unit: subject.receiverUnitName } });
    if (move === 'accept') return this.accept(subject);
    if (move === 'decline') return this.decline(subject, false);
    if (!WHAT_MOVES_ASK[move]) return Promise.resolve({});
    const { name, asked, met, personId } = subject;
    return this.dialogs.open(MoveDialog, {
      data: {
        move,
        name,
        ...(asked && move === 'answer_info' && { asked }),
        ...(met !== undefined && { met }),
        ...(personId && { personId }),
      },
    });
  }

  /** The words of slots arrive with the network; without it one still accepts, and types a moment. */
  private async accept({ name, receiverUnitId: unitId }: Subject): Promise<object | undefined> {
    const slots = await this.language.need('meetings', meetingWords).catch(() => false);
    return this.dialogs.open(AcceptDialog, { data: { name, unitId, slots }, wide: true });
  }

  /** Declines; towards another destination, so that the sender gets a ready draft, when `redirect`. */
  decline({ name, kind, need, theme, receiverUnitName }: Subject, redirect: boolean): Promise<object | undefined> {
    return this.dialogs.open(DeclineDialog, { data: { name, kind, need, theme, receiverUnitName, redirect } });
  }

  snooze(): Promise<object | undefined> {
    return this.dialogs.open(SnoozeDialog);
  }
}
