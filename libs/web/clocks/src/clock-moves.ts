import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { DatedLine } from '@relais/api-client';
import { type CivilDate, civilDateIn, CLOCKS, type ClockWay, countsFrom, toCivilDate, toInstant } from '@relais/domain';
import { Language, Session } from '@relais/web/kernel';
import type { Reach } from '@relais/web/meetings';
import { Dialogs, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import type { ConvocationAsked } from './convene-dialog';

/** What can be done about a clock, as its table says. */
export type ClockMove = 'convene' | 'pause' | 'resume' | 'drop' | ClockWay;

/** The moves of a clock on a day, in the order of the buttons; none for a referral, whose moves are its own. */
function movesOf({ kind, status, startedOn, appointmentAt }: DatedLine, dueOn: CivilDate, today: CivilDate): readonly ClockMove[] {
  if (kind === 'referral' || (status !== 'running' && status !== 'paused')) return [];
  const { metBy, attested, pauses } = CLOCKS[kind];
  const early = today < countsFrom({ kind, startedOn: toCivilDate(startedOn), dueOn });
  return [
    ...(metBy.includes('convocation') && !appointmentAt ? (['convene'] as const) : []),
    ...(early ? [] : attested),
    ...(status === 'paused' ? (['resume'] as const) : pauses.length > 0 ? (['pause'] as const) : []),
    'drop',
  ];
}

/** Makes the moves of clocks, with a dialog where something must be said. */
@Service()
export class ClockMoves {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly session = inject(Session);

  /** What can be done about a clock now. */
  of(line: DatedLine): readonly ClockMove[] {
    return movesOf(line, civilDateIn(this.session.timeZone(), toInstant(line.dueAt)), this.session.today());
  }

  /** True when something changed; `reach` says how the person may be reached. */
  async make(move: ClockMove, line: DatedLine, reach: Reach): Promise<boolean> {
    switch (move) {
      case 'convene': {
        const { ConveneDialog } = await import('./convene-dialog');
        return this.done(
          move,
          (await this.dialogs.open<DatedLine, ConvocationAsked>(ConveneDialog, { data: { line, reach } })) !== undefined,
        );
      }
      case 'pause': {
        const { PauseClockDialog } = await import('./pause-clock-dialog');
        return this.done(move, (await this.dialogs.open<DatedLine>(PauseClockDialog, { data: line })) !== undefined);
      }
      case 'drop': {
        const { DropClockDialog } = await import('./drop-clock-dialog');
        return this.done(move, (await this.dialogs.open<DatedLine>(DropClockDialog, { data: line })) !== undefined);
      }
      case 'resume':
        await firstValueFrom(this.http.post(`/api/clocks/${line.id}/resume`, {}));
        return this.done(move, true);
      default:
        await firstValueFrom(this.http.post(`/api/clocks/${line.id}/meet`, { by: move }));
        return this.done('meet', true);
    }
  }

  private done(move: string, changed: boolean): boolean {
    if (changed) this.toasts.say(this.language.say(`clocks.done.${move}`));
    return changed;
  }
}
