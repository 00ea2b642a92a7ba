import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ReferralLine } from '@relais/api-client';
import { MOVES, type ReferralMove, type ReferralState, sideOf } from '@relais/domain';
import { Language } from '@relais/web/kernel';
import { Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { MoveQuestions, type Subject } from '../moves/move-questions';
import { Verdicts } from './verdicts';

/** One key per verdict, on one line or on several. */
@Injectable()
export class TriageDesk {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly questions = inject(MoveQuestions);
  private readonly toasts = inject(Toasts);
  private readonly verdicts = inject(Verdicts);

  /** Whether the table of moves lets my side try this on that line; the machine itself decides when it arrives. */
  may(move: ReferralMove, { status, kind, side }: ReferralLine): boolean {
    return MOVES.some((row) => row.move === move && row.from.includes(status) && row.by.some((party) => sideOf(party, kind) === side));
  }

  /** Whether somebody waits for our yes or no. */
  undecided(status: ReferralState): boolean {
    return ['sent', 'received', 'waitlisted'].includes(status);
  }

  /** A accepts for oneself, Shift+A names a person and a slot, R redirects, D declines, C asks, H puts off, P claims. True once decided. */
  async letter(key: string, shift: boolean, line: ReferralLine): Promise<boolean> {
    if (key === 'a') return this.verdict('accept', line, shift ? () => this.questions.of('accept', subjectOf(line)) : undefined);
    if (key === 'r' && line.kind !== 'claim') return this.verdict('decline', line, () => this.questions.decline(subjectOf(line), true));
    if (key === 'd') return this.verdict('decline', line, () => this.questions.of('decline', subjectOf(line)));
    if (key === 'c') return this.verdict('ask_info', line, () => this.questions.of('ask_info', subjectOf(line)));
    if (key === 'h') return this.putOff([line]);
    if (key === 'p') await this.claim([line]);
    return false;
  }

  /** The same for several lines: claiming, or putting off until the same morning. */
  async together(key: 'p' | 'h', lines: readonly ReferralLine[]): Promise<void> {
    if (key === 'p') await this.claim(lines);
    else await this.putOff(lines);
  }

  /** Hands a verdict over, with the words that offer to undo it. */
  take(line: ReferralLine, move: ReferralMove | 'snooze', body: object): void {
    const full = move === 'snooze' ? body : { ...body, version: line.version };
    const words = this.language.say(`referrals.verdict.${move}`, { name: line.name });
    this.verdicts.take({ referralId: line.id, name: line.name, move: move.replaceAll('_', '-'), body: full }, words);
  }

  private async verdict(move: ReferralMove, line: ReferralLine, ask?: () => Promise<object | undefined>): Promise<boolean> {
    if (!this.may(move, line)) return false;
    const body = ask ? await ask() : {};
    if (!body) return false;
    this.take(line, move, body);
    return true;
  }

  private async putOff(lines: readonly ReferralLine[]): Promise<boolean> {
    const mine = lines.filter((line) => answers(line) && line.status !== 'closed' && !line.snoozedUntil);
    const body = mine.length > 0 ? await this.questions.snooze() : undefined;
    if (!body) return false;
    for (const line of mine) this.take(line, 'snooze', body);
    return true;
  }

  private async claim(lines: readonly ReferralLine[]): Promise<void> {
    for (const line of lines.filter((each) => this.may('receive', each))) {
      try {
        await firstValueFrom(this.http.post(`/api/referrals/${line.id}/receive`, { version: line.version }));
        this.toasts.say(this.language.say('referrals.claimed', { name: line.name }));
      } catch (problem) {
        this.verdicts.report(line, problem);
      }
    }
  }
}

/** Whether our side is the one that must answer: the receiver, and the team that accompanies when another one claims the person. */
function answers({ side, kind }: ReferralLine): boolean {
  return side === 'receiver' || sideOf('decider', kind) === side;
}

function subjectOf({ name, kind, need, theme, receiverUnitId, receiverUnitName }: ReferralLine): Subject {
  return { name, kind, need, theme, receiverUnitId, receiverUnitName };
}
