import { DestroyRef, inject, Injectable } from '@angular/core';
import { Drafts, Session } from '@relais/web/kernel';
import type { KeptWriting } from './interview';

const PREFIX = 'interview';

/**
 * The copy of one interview on this device. Each page has its own, named after the post and the page, and holds a lock on it: two
 * tabs never write over each other, and a copy without a living page was left by one that was killed. Provided by the page.
 */
@Injectable()
export class DeviceCopy {
  private readonly drafts = inject(Drafts);
  private readonly post = inject(Session).post()?.id ?? '';
  private readonly page = crypto.randomUUID();
  private subject = '';
  private release: () => void = () => undefined;
  /** Copies under a former name: they go once the text stands under the new one, or with the API. */
  private readonly outgrown: { readonly name: string; readonly release: () => void }[] = [];
  /** One after the other: an older text never lands after a newer one. */
  private doing: Promise<unknown> = Promise.resolve();

  constructor() {
    inject(DestroyRef).onDestroy(() => void this.doing.then(() => this.release()));
  }

  /** Says what this page writes: `new:<person>:<appointment>`, then the identifier of the interview. */
  async name(subject: string): Promise<void> {
    if (this.subject === subject) return;
    if (this.subject) this.outgrown.push({ name: this.nameOf(this.subject), release: this.release });
    this.release = await hold(this.nameOf(subject));
    this.subject = subject;
  }

  /** Keeps the text; false when this browser can't. */
  keep(kept: KeptWriting): Promise<boolean> {
    const name = this.nameOf(this.subject);
    return this.next(async () => {
      const here = await this.drafts.keep(name, JSON.stringify(kept));
      await this.dropOutgrown();
      return here;
    });
  }

  /** The API has it: nothing needs to stay. */
  drop(): Promise<void> {
    const name = this.nameOf(this.subject);
    return this.next(async () => {
      await this.drafts.drop(name);
      await this.dropOutgrown();
    });
  }

  /** Texts about a subject that no living page holds: what a killed tab left, each with its name to forget it by. */
  async left(subject: string): Promise<readonly { readonly name: string; readonly kept: KeptWriting }[]> {
    const beginning = `${PREFIX}:${this.post}:${subject}:`;
    const living = await heldNames();
    const names = (await this.drafts.names()).filter((name) => name.startsWith(beginning) && !living.includes(name));
    const found = await Promise.all(names.map(async (name) => ({ name, text: await this.drafts.of(name) })));
    return found.flatMap(({ name, text }) => (text === undefined ? [] : [{ name, kept: JSON.parse(text) as KeptWriting }]));
  }

  /** Forgets a text that was taken over. */
  forget(name: string): Promise<void> {
    return this.next(() => this.drafts.drop(name));
  }

  private async dropOutgrown(): Promise<void> {
    for (const { name, release } of this.outgrown.splice(0)) {
      await this.drafts.drop(name);
      release();
    }
  }

  private nameOf(subject: string): string {
    return `${PREFIX}:${this.post}:${subject}:${this.page}`;
  }

  private next<T>(step: () => Promise<T>): Promise<T> {
    const done = this.doing.then(step, step);
    this.doing = done.catch(() => undefined);
    return done;
  }
}

/** Holds a lock until called back; a browser without locks holds nothing. */
async function hold(name: string): Promise<() => void> {
  if (!('locks' in navigator)) return () => undefined;
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  await new Promise<void>((held) => {
    void navigator.locks.request(name, () => {
      held();
      return until;
    });
  });
  return release;
}

async function heldNames(): Promise<readonly string[]> {
  if (!('locks' in navigator)) return [];
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name }) => (name === undefined ? [] : [name]));
}
