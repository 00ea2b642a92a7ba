import { effect, inject, Service, signal, untracked } from '@angular/core';
import { Session } from '../session/session';
import { SessionKeeper } from '../session/session-keeper';

/** What the stream may say changed; the same words as in the worker that tells it. */
export type LiveTopic = 'continuity' | 'merge' | 'notice' | 'pack' | 'referral';

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/**
 * One stream per browser that says "something changed", never what. A page gives `changed('referral')` to its `liveRead`: the number
 * grows with each event of that topic, and with each reconnection, since events may have been missed.
 */
@Service()
export class Live {
  private readonly keeper = inject(SessionKeeper);
  private readonly counts = signal<Readonly<Record<string, number>>>({});
  private readonly missed = signal(0);
  /** Files on the screen, each by the mark under which the stream names it. */
  private readonly files = new Map<string, string>();
  private source: EventSource | undefined;
  private wait = FIRST_WAIT;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const session = inject(Session);
    effect(() => {
      const post = session.post()?.id;
      untracked(() => this.follow(post));
    });
  }

  /** How often these topics changed since the page opened; without a topic, how often anything did. */
  changed(...topics: readonly LiveTopic[]): number {
    const counts = this.counts();
    const heard = topics.length === 0 ? Object.keys(counts).filter((key) => !key.startsWith('file:')) : topics;
    const seen = heard.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
    return seen + this.missed();
  }

  /** How often one file changed since the page opened: read it where the page reads that file. */
  changedFile(id: string): number {
    if (![...this.files.values()].includes(id)) void markOfFile(id).then((mark) => this.files.set(mark, id));
    return (this.counts()[`file:${id}`] ?? 0) + this.missed();
  }

  private follow(post: string | undefined): void {
    this.source?.close();
    clearTimeout(this.timer);
    if (!post || typeof EventSource === 'undefined') return;
    const source = new EventSource(`/api/posts/${post}/events`);
    this.source = source;
    let opened = false;
    source.addEventListener('open', () => {
      if (opened || this.wait > FIRST_WAIT) this.missed.update((count) => count + 1);
      opened = true;
      this.wait = FIRST_WAIT;
    });
    source.addEventListener('message', (message) => this.hear(message));
    source.addEventListener('changed', (message) => this.hear(message));
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) this.again(post);
    });
  }

  private again(post: string): void {
    this.timer = setTimeout(() => {
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
      // The stream closes when the short session ends: renew it quietly first.
      void this.keeper.renew().then((answer) => {
        if (answer?.post?.id === post || !answer) this.follow(answer ? post : undefined);
        if (!answer && this.keeper.answer()) this.again(post);
      });
    }, this.wait);
  }

  private hear(message: MessageEvent<string>): void {
    const topic = topicOf(message.data);
    const file = this.files.get(markIn(message.data));
    const told = file === undefined ? [topic] : [topic, `file:${file}`];
    this.counts.update((counts) => told.reduce((all, key) => ({ ...all, [key]: (all[key] ?? 0) + 1 }), counts));
  }
}

function topicOf(data: string): string {
  try {
    const said = JSON.parse(data) as { topic?: unknown; event?: unknown };
    return String(said.topic ?? said.event ?? 'any').split('.')[0] ?? 'any';
  } catch {
    return data.split('.')[0] || 'any';
  }
}

function markIn(data: string): string {
  try {
    return String((JSON.parse(data) as { file?: unknown }).file ?? '');
  } catch {
    return '';
  }
}

/** The same mark as in the server that tells it: sixteen hexadecimal digits of the SHA-256 of the identifier. */
async function markOfFile(id: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
