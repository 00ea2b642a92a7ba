import { Trouble } from '../start/trouble';

/** Why the database is not there, so that the start command can say it in one sentence. */
export type TroubleKind = 'port_taken' | 'disk_full' | 'cannot_start' | 'wrong_url';

/** A database that can't be used; its message is one sentence for the person at the keyboard, without any secret. */
export class DatabaseTrouble extends Trouble {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, sentence: string) {
    super(sentence);
    this.name = 'DatabaseTrouble';
    this.kind = kind;
  }
}

/** What to do about a full disk. */
export const DISK_FULL = 'The disk is full: free some space and start again, nothing was lost.';

/** Whether a server's log tells of a full disk. */
export function saysDiskFull(log: string): boolean {
  return /No space left on device|disk full/i.test(log);
}

/** What the log of a server that would not start tells, in one sentence. */
export function troubleFromLog(log: string, port: number): DatabaseTrouble {
  if (/Address already in use|could not bind|could not create any TCP\/IP sockets/i.test(log)) {
    return new DatabaseTrouble('port_taken', `Port ${port} is already used by another program: stop it or choose another port.`);
  }
  if (saysDiskFull(log)) {
    return new DatabaseTrouble('disk_full', DISK_FULL);
  }
  const reason = /(?:FATAL|PANIC|error):\s*(.+)/i.exec(log)?.[1] ?? log.trim().split('\n').at(-1) ?? 'it gave no reason';
  return new DatabaseTrouble('cannot_start', `The database could not start: ${reason.trim()}.`);
}

/** What an error of a first connection means, in one sentence. */
export function troubleFromConnection(error: unknown, where: string): DatabaseTrouble {
  const code = (error as { code?: string }).code ?? '';
  if (code === '53100') return new DatabaseTrouble('disk_full', 'The disk of the database is full: free some space and start again.');
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'no such host',
    EAI_AGAIN: 'no such host',
    ETIMEDOUT: 'it does not answer',
    '28P01': 'wrong user or password',
    '28000': 'this user may not connect',
    '3D000': 'no such database',
    '42501': 'this user may not create roles and schemas',
  };
  return new DatabaseTrouble('wrong_url', `The database at ${where} can't be used: ${reasons[code] ?? (error as Error).message}.`);
}
