import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AssignedLead, BoardCard } from '@relais/api-client';
import { type Permission, plusDays } from '@relais/domain';
import { Language, Session } from '@relais/web/kernel';
import { Dialogs, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** What can be done about a card. */
export type BoardMove = 'take' | 'assign' | 'attempt' | 'snooze' | 'close';

/** The letter of each move in a column. Source: experience.md, screen 9. */
export const LETTERS: Readonly<Record<string, BoardMove>> = { t: 'take', s: 'assign', l: 'attempt', h: 'snooze', c: 'close' };

/** The moves that a column offers, the first one as its main button. */
export const MOVES: Readonly<Record<string, readonly BoardMove[]>> = {
  unassigned: ['take', 'assign', 'attempt', 'snooze'],
  absent: ['take', 'assign', 'attempt', 'snooze'],
  silent: ['attempt', 'close', 'snooze'],
  quiet_referral: ['attempt', 'snooze'],
  exit: ['attempt', 'snooze'],
};

/** What each move needs. */
const RIGHTS = {
  take: 'lead.assign',
  assign: 'lead.assign_to_others',
  attempt: 'attempt.log',
  snooze: 'day.show',
  close: 'file.close',
} as const satisfies Record<BoardMove, Permission>;

const A_WEEK = 7;

/** Makes the moves of the board; with a dialog where something must be said, with an undo where it can be taken back. */
@Service()
export class BoardMoves {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  /** Whether the acting post may try a move. */
  may(move: BoardMove): boolean {
    return this.session.may(RIGHTS[move]);
  }

  /** True when the board changed. */
  async make(move: BoardMove, card: BoardCard, changed: () => void): Promise<boolean> {
    switch (move) {
      case 'take':
        await firstValueFrom(this.http.post<AssignedLead>(`/api/beneficiaries/${card.beneficiaryId}/lead`, {}));
        this.toasts.say(this.language.say('board.done.take', { name: card.name }));
        return true;
      case 'assign': {
        const { AssignDialog } = await import('./assign-dialog');
        return (await this.dialogs.open<AssignedLead>(AssignDialog, { data: card })) !== undefined;
      }
      case 'attempt': {
        const { AttemptDialog } = await import('./attempt-dialog');
        return (await this.dialogs.open<boolean>(AttemptDialog, { data: card, wide: true })) === true;
      }
      case 'close': {
        const { CloseDialog } = await import('./close-dialog');
        return (await this.dialogs.open<boolean>(CloseDialog, { data: card })) === true;
      }
      case 'snooze':
        return this.putOff(card, changed);
    }
  }

  private async putOff({ objectId, name }: BoardCard, changed: () => void): Promise<boolean> {
    const today = this.session.today();
    const until = (day: string): Promise<unknown> => firstValueFrom(this.http.post('/api/day/snoozes', { objectId, until: day }));
    await until(plusDays(today, A_WEEK));
    this.toasts.undoable(this.language.say('board.done.snooze', { name }), () => until(today).then(changed));
    return true;
  }
}
