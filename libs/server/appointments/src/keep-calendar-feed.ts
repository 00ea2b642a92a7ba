import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Instant } from '@relais/domain';
import { Clock, Journal, newId, readersLanguage, Settings, UnitOfWork } from '@relais/server/kernel';
import { CalendarFeedEntity } from './calendar-feed.entity';
import type { CalendarFeedView, NewCalendarFeed } from './calendar-feed.messages';
import { IN_TURN } from './in-turn';

const MINE = `select created_at as "createdAt", read_at as "readAt" from app.calendar_feed
  where region = $1 and post_id = $2 and revoked_at is null`;
const REVOKE = `update app.calendar_feed set revoked_at = $3 where region = $1 and post_id = $2 and revoked_at is null returning id`;

/** What is kept of the secret part of an address: 256 random bits need no salt. */
export function markOfFeed(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The secret address at which a calendar reads the agenda of a post, without names: one at a time, shown once, revoked at will. */
@Injectable()
export class KeepCalendarFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly settings: Settings,
  ) {}

  async show(): Promise<CalendarFeedView> {
    const row = await this.work.row<{ createdAt: Instant; readAt: Instant | null }>(MINE, [this.work.actor.postId]);
    return { exists: row !== undefined, createdAt: row?.createdAt ?? null, readAt: row?.readAt ?? null };
  }

  /** Makes a new address; the one before stops at once. */
  async make(): Promise<NewCalendarFeed> {
    const { postId, region } = this.work.actor;
    await this.work.rows(IN_TURN, [[postId]]);
    await this.revoke();
    const secret = randomBytes(32).toString('base64url');
    const id = newId();
    await this.work.insert(CalendarFeedEntity, { id, postId, tokenHash: markOfFeed(secret), createdAt: this.clock.now() });
    await this.journal.record('calendar_feed.made', { objectType: 'post', objectId: postId }, { postId });
    const language = readersLanguage() === 'en' ? '?lang=en' : '';
    return { url: `${this.settings.publicUrl}/api/calendars/${region}-${secret}.ics${language}` };
  }

  async revoke(): Promise<void> {
    const { postId } = this.work.actor;
    const revoked = await this.work.rows(REVOKE, [postId, this.clock.now()]);
    if (revoked.length > 0) await this.journal.record('calendar_feed.revoked', { objectType: 'post', objectId: postId }, { postId });
  }
}
