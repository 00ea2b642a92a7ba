import { inject, Service } from '@angular/core';
import { Language } from '@relais/web/kernel';

/** Working hours of one working day. */
const HOURS = 8;

/** A clock in words: working days, or working hours under one day. */
@Service()
export class WaitingWords {
  private readonly language = inject(Language);

  /** `depuis 3 jours ouvrés`. */
  since(days: number): string {
    return this.say('since', days);
  }

  /** `encore 2 jours ouvrés`, or `en retard de 4 heures ouvrées`. */
  left(days: number): string {
    return days < 0 ? this.say('late', -days) : this.say('left', days);
  }

  /** `2 jours ouvrés`. */
  lasted(days: number): string {
    return this.say('lasted', days);
  }

  private say(key: string, days: number): string {
    return days < 1
      ? this.language.say(`referrals.clock.${key}_hours`, { count: Math.round(days * HOURS) })
      : this.language.say(`referrals.clock.${key}_days`, { count: Math.floor(days) });
  }
}
