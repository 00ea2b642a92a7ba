import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralView } from '@relais/api-client';
import { Language, MomentPipe } from '@relais/web/kernel';
import { WaitingWords } from './waiting-words';

/** The thread of one referral: each step, in whose hands the ball was afterwards and for how long, then what comes if nobody moves. */
@Component({
  selector: 'rl-referral-story',
  imports: [MomentPipe, TranslocoDirective],
  templateUrl: './referral-story.html',
  styleUrl: './referral-story.css',
})
export class ReferralStory {
  private readonly words = inject(WaitingWords);
  private readonly language = inject(Language);
  readonly referral = input.required<ReferralView>();

  protected readonly steps = computed(() => {
    const { transitions, reminders, sender, receiver } = this.referral();
    const holder = { sender: sender.unitName, receiver: receiver.unitName } as const;
    return transitions.map((step, index) => ({
      ...step,
      last: index === transitions.length - 1,
      held: step.then
        ? this.language.say(index === transitions.length - 1 ? 'referrals.held_now' : 'referrals.held_by', {
            who: step.then === 'sender' || step.then === 'receiver' ? holder[step.then] : this.language.say(`referrals.side.${step.then}`),
            days: this.words.lasted(step.days),
          })
        : undefined,
      detail: this.detailOf(step),
      reminders: reminders
        .filter(({ at }) => at >= step.at && at < (transitions[index + 1]?.at ?? '9'))
        .toReversed()
        .map(({ milestone, at }) => ({ at, words: this.wordsOf(milestone) })),
    }));
  });
  protected readonly marks = computed(() => {
    const { contactDays: days, contactMarks } = this.referral();
    return days === null ? [] : contactMarks.map((mark) => ({ mark, passed: days >= mark }));
  });
  /** A reminder that comes again is told once. */
  protected readonly ahead = computed(() => this.referral().ahead.map(({ milestone, at }) => ({ at, words: this.wordsOf(milestone) })));

  private wordsOf(milestone: string): string {
    return this.language.say(`referrals.milestone.${milestone.split(':')[0]}`);
  }

  private detailOf({ outcome, declineReason }: ReferralView['transitions'][number]): string {
    const reason = declineReason ? this.language.say(`referrals.reason.${declineReason}`) : '';
    return reason || (outcome ? this.language.say(`referrals.outcome.${outcome}`) : '');
  }
}
