import { plusDays, type CivilDate, type Instant } from '@relais/domain';
import { SLOTS, type Hours } from '../hours';
import type { Dice } from '../random';

/** The diaries of the professionals: nobody sees two people at one time. */
export class Diary {
  private readonly taken = new Set<string>();

  constructor(private readonly hours: Hours) {}

  /** A free slot of a post on a working day, or on the nearest working day before it that has one. */
  take(postId: string, wished: CivilDate, dice: Dice): Instant {
    let day = this.hours.workingDay(wished, -1);
    for (;;) {
      const free = this.free(postId, day);
      if (free.length > 0) return this.book(postId, day, dice.pick(free));
      day = this.hours.workingDay(plusDays(day, -1), -1);
    }
  }

  /** The same, on that very day, even when it is a Sunday: the demo's own day is never empty. */
  takeOn(postId: string, day: CivilDate, dice: Dice): Instant | undefined {
    const free = this.free(postId, day);
    return free.length > 0 ? this.book(postId, day, dice.pick(free)) : undefined;
  }

  private free(postId: string, day: CivilDate): number[] {
    return SLOTS.filter((minute) => !this.taken.has(`${postId} ${day} ${minute}`));
  }

  private book(postId: string, day: CivilDate, minute: number): Instant {
    this.taken.add(`${postId} ${day} ${minute}`);
    return this.hours.at(day, minute);
  }
}
