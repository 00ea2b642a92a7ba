import { inject, Service } from '@angular/core';
import type { DestinationLine } from '@relais/api-client';
import type { Ranked } from '@relais/domain';
import { Formats, Language } from '@relais/web/kernel';

/** One reason for or against a destination, in words. */
export type Reason = { readonly words: string; readonly against: boolean };

/** Why a destination stands where it stands: everything that its rank weighs, said. */
@Service()
export class DestinationReasons {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);

  of(one: Ranked<DestinationLine>): Reason[] {
    return [
      ...this.against(one),
      ...(one.outOfAge ? [] : this.ages(one)),
      ...(one.words.length > 0 ? [this.say('fits', { words: one.words.join(', ') })] : []),
      ...(one.answered !== null && one.accepted !== null ? [this.say('accepts', { accepted: one.accepted, answered: one.answered })] : []),
      one.km === null ? this.say('km_unknown') : this.say('km', { km: this.formats.number(Math.round(one.km)) }),
      one.usualDays === null ? this.say('delay_unknown') : this.say('delay', { count: one.usualDays }),
      ...(one.places === 0 ? [] : [this.places(one)]),
    ];
  }

  /** Whom the team receives, said even when it fits: the reader need not know it by heart. */
  private ages({ ageFrom: from, ageTo: to, outOfAge }: DestinationLine): Reason[] {
    if (from === null && to === null) return [];
    const key = to === null ? 'ages_from' : from === null ? 'ages_to' : 'ages';
    return [this.say(outOfAge ? `${key}_only` : key, { from, to }, outOfAge)];
  }

  private places({ places, placesAt }: DestinationLine): Reason {
    if (places === null || placesAt === null) return this.say('places_unknown');
    return this.say(places === 0 ? 'full' : 'places', { count: places, ago: this.formats.ago(placesAt) }, places === 0);
  }

  private against(one: DestinationLine): Reason[] {
    const { open, declinedAt, declineReason, staffed } = one;
    const declined = declinedAt && {
      day: this.formats.day(declinedAt),
      reason: declineReason ? this.language.say(`referrals.reason.${declineReason}`) : '',
    };
    return [
      ...(open ? [this.say('open', {}, true)] : []),
      ...(one.outOfAge ? this.ages(one) : []),
      ...(declined ? [this.say('declined', declined, true)] : []),
      ...(staffed ? [] : [this.say('nobody', {}, true)]),
      ...(one.places === 0 ? [this.places(one)] : []),
    ];
  }

  private say(key: string, params: Record<string, unknown> = {}, against = false): Reason {
    return { words: this.language.say(`referrals.where_reason.${key}`, params), against };
  }
}
