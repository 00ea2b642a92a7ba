import { Injectable } from '@nestjs/common';
import { LOCKED_TOPICS, type NoticeChoices, NOTICE_TOPICS, type NoticeTopic, wayOf } from '@relais/domain';
import { Clock, type Language, UnitOfWork } from '@relais/server/kernel';
import type { ChooseWaysRequest, NoticePreferences } from './notices.messages';

const MINE = `select language, ways from app.notice_preference where region = $1 and post_id = $2`;
const CHOOSE = `insert into app.notice_preference (region, post_id, language, ways, updated_at) values ($1, $2, $3, $4, $5)
  on conflict (region, post_id) do update set language = excluded.language, ways = excluded.ways, updated_at = excluded.updated_at`;

/** How the acting post is told of what. Each post has its own: one may lead in one operator and counsel in another. */
@Injectable()
export class ChooseWays {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async show(): Promise<NoticePreferences> {
    const row = await this.work.row<{ language: Language; ways: NoticeChoices }>(MINE, [this.work.actor.postId]);
    const { language = 'fr', ways = {} } = row ?? {};
    return {
      language,
      topics: NOTICE_TOPICS.map((topic) => ({ topic, way: wayOf(topic, ways), locked: isLocked(topic) })),
    };
  }

  async choose({ language, ways }: ChooseWaysRequest): Promise<NoticePreferences> {
    const row = [this.work.actor.postId, language, JSON.stringify(ways), this.clock.now()];
    await this.work.rows(CHOOSE, row);
    return this.show();
  }
}

function isLocked(topic: NoticeTopic): boolean {
  return (LOCKED_TOPICS as readonly NoticeTopic[]).includes(topic);
}
