import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Formats } from './formats';

// Impure on purpose: the language may change under an unchanged value. Formats keeps its Intl objects, so a call is cheap.

/** `23 nov. 2026` of an instant. */
@Pipe({ name: 'rlDay', pure: false })
export class DayPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(instant: string | null | undefined): string {
    return instant ? this.formats.day(instant) : '';
  }
}

/** `14:30` of an instant. */
@Pipe({ name: 'rlTime', pure: false })
export class TimePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(instant: string | null | undefined): string {
    return instant ? this.formats.time(instant) : '';
  }
}

/** `23 nov. 2026 à 14:30` of an instant. */
@Pipe({ name: 'rlMoment', pure: false })
export class MomentPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(instant: string | null | undefined): string {
    return instant ? this.formats.moment(instant) : '';
  }
}

/** `il y a 3 jours` of an instant. */
@Pipe({ name: 'rlAgo', pure: false })
export class AgoPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(instant: string | null | undefined): string {
    return instant ? this.formats.ago(instant) : '';
  }
}

/** `23 nov. 2026` of a civil date. */
@Pipe({ name: 'rlDate', pure: false })
export class DatePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(day: string | null | undefined): string {
    return day ? this.formats.date(day) : '';
  }
}
