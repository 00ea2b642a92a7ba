import { inject, Service } from '@angular/core';
import { Session } from '../session/session';
import { CurrentLanguage } from './current-language';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Days, hours and numbers in the reader's language and the region's time zone. Instants and civil dates are ISO texts. */
@Service()
export class Formats {
  private readonly language = inject(CurrentLanguage);
  private readonly session = inject(Session);
  private readonly made = new Map<string, Intl.DateTimeFormat>();

  /** `23 nov. 2026` of an instant. */
  day(instant: string): string {
    return this.format(instant, { day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** `lundi 23 novembre` of an instant. */
  longDay(instant: string): string {
    return this.format(instant, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  /** `14:30` of an instant. */
  time(instant: string): string {
    return this.format(instant, { hour: '2-digit', minute: '2-digit' });
  }

  /** `23 nov. 2026 à 14:30` of an instant. */
  moment(instant: string): string {
    return this.format(instant, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  }

  /** `23 nov. 2026` of a civil date, which has no time zone. */
  date(day: string): string {
    return this.format(`${day}T00:00:00.000Z`, { day: 'numeric', month: 'short', year: 'numeric' }, 'UTC');
  }

  /** `il y a 3 jours`, `dans 2 heures`. */
  ago(instant: string, now = Date.now()): string {
    const seconds = (Date.parse(instant) - now) / 1000;
    const relative = new Intl.RelativeTimeFormat(this.locale(), { numeric: 'auto' });
    for (const [unit, size] of UNITS) {
      if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
    }
    return relative.format(0, 'minute');
  }

  /** `5 mois`, `2 heures`: how long something has lasted. */
  lasting(since: string, now = Date.now()): string {
    const seconds = Math.max(0, now - Date.parse(since)) / 1000;
    const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? ['minute', 60];
    return new Intl.NumberFormat(this.locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(seconds / size));
  }

  /** A number with the thousands of the language. */
  number(value: number): string {
    return new Intl.NumberFormat(this.locale()).format(value);
  }

  private format(instant: string, shape: Intl.DateTimeFormatOptions, timeZone = this.session.timeZone()): string {
    const name = `${this.locale()} ${timeZone} ${JSON.stringify(shape)}`;
    let format = this.made.get(name);
    if (!format) this.made.set(name, (format = new Intl.DateTimeFormat(this.locale(), { ...shape, timeZone })));
    const at = Date.parse(instant);
    return Number.isNaN(at) ? '' : format.format(at);
  }

  private locale(): string {
    return this.language.code() === 'fr' ? 'fr-FR' : 'en-GB';
  }
}
