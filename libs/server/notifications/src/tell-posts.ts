import { Injectable } from '@nestjs/common';
import { type Id, type Instant, type NoticeAudience, type NoticeChoices, type NoticeKind, topicOf, wayOf } from '@relais/domain';
import { Clock, type HappenedEvent, LiveTeller, markOfFile, newId, UnitOfWork } from '@relais/server/kernel';

/** What a notice says, as identifiers and codes. */
export type ToTell = {
  readonly kind: NoticeKind;
  readonly referralId?: Id | undefined;
  readonly beneficiaryId?: Id | undefined;
  readonly detail?: string | undefined;
  /** Between which units it is, where no referral says so. */
  readonly fromUnitId?: Id | undefined;
  readonly toUnitId?: Id | undefined;
  /** The reminder whose mails these are: it is settled when each of them is. */
  readonly reminder?: { readonly step: Instant; readonly milestone: string } | undefined;
};

/** One post and why it is told. */
export type Told = { readonly postId: Id; readonly audience: NoticeAudience };

/** One notice of many that one event tells, each about a person of its own. A coordinator gets the file number alone. */
export type OneOfMany = Told & {
  readonly kind: NoticeKind;
  readonly detail: string;
  readonly beneficiaryId: Id;
  readonly fileNumber: string;
};

const WAYS = `
  select p.id, coalesce(c.ways, '{}') as ways, coalesce(c.language, 'fr') as language
  from app.post p left join app.notice_preference c on c.region = $1 and c.post_id = p.id
  where p.region = $1 and p.id = any($2::uuid[]) and p.active`;

/** A coordinator reads units, theme and file number, which stand on the notice; never whose file it is. */
const NOTICES = `
  insert into app.notice (region, id, post_id, audience, topic, in_digest, event_id, kind, detail, referral_id, beneficiary_id, operator_id,
    theme, file_number, sender_unit_id, receiver_unit_id, created_at)
  select $1, n.id, n.post_id, n.audience, n.topic, n.in_digest, $7, $8, $9, r.id,
    case when n.audience = 'coordinator' then null else coalesce(r.beneficiary_id, $11) end,
    case when n.audience = 'sender' then r.receiver_operator_id else r.sender_operator_id end,
    r.theme, b.file_number, coalesce($13, r.sender_unit_id), coalesce($14, r.receiver_unit_id), $12
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[]) as n (id, post_id, audience, topic, in_digest)
  left join app.referral r on r.region = $1 and r.id = $10
  left join app.beneficiary b on b.region = $1 and b.id = coalesce(r.beneficiary_id, $11)`;

const MANY = `
  insert into app.notice (region, id, post_id, audience, topic, in_digest, kind, detail, beneficiary_id, file_number, event_id, created_at)
  select $1, n.id, n.post_id, n.audience, n.topic, n.in_digest, n.kind, n.detail,
    case when n.audience = 'coordinator' then null else n.beneficiary_id end, n.file_number, $11, $12
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::text[], $8::text[], $9::uuid[], $10::text[])
    as n (id, post_id, audience, topic, in_digest, kind, detail, beneficiary_id, file_number)`;

/** Posts that one message of the stream can name: PostgreSQL carries 8 000 bytes. */
const NAMED_AT_ONCE = 100;

const MAILS = `
  insert into app.message (region, id, event_id, recipient_id, post_id, kind, language, operator_id, unit_id, referral_id, reminder_step,
    reminder_milestone, due_at, created_at)
  select $1, m.id, $6, p.id, p.id, m.kind, m.language, p.operator_id, p.unit_id, $7, $8, $9, $10, $10
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as m (id, post_id, kind, language)
  join app.post p on p.region = $1 and p.id = m.post_id
  on conflict (region, event_id, recipient_id) do nothing`;

/** Tells posts what happened: each in its own way, never the one who did it, each once per event. */
@Injectable()
export class TellPosts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly live: LiveTeller,
  ) {}

  /** Writes the notices and asks for the mails; resolves to the posts that got a notice, and how many mails will leave. */
  async execute(
    event: HappenedEvent,
    what: ToTell,
    whom: readonly Told[],
  ): Promise<{ readonly posts: readonly Id[]; readonly mails: number }> {
    const told = firstOfEach(whom.filter(({ postId }) => postId !== event.payload['actorPostId']));
    const chosen = await this.chosen(told.map(({ postId }) => postId));
    const notices = told.flatMap(({ postId, audience }) => {
      const post = chosen.get(postId);
      const topic = topicOf(what.kind, audience);
      const way = post && wayOf(topic, post.ways);
      return way && way !== 'never' ? [{ postId, audience, topic, way, language: post.language }] : [];
    });
    const posts = notices.map(({ postId }) => postId);
    const now = this.clock.now();
    if (notices.length > 0) {
      const columns = [posts.map(() => newId()), posts, notices.map(({ audience }) => audience), notices.map(({ topic }) => topic)];
      const about = [what.detail ?? null, what.referralId ?? null, what.beneficiaryId ?? null, now];
      const facts = [event.id, what.kind, ...about, what.fromUnitId ?? null, what.toUnitId ?? null];
      await this.work.rows(NOTICES, [...columns, notices.map(({ way }) => way === 'digest'), ...facts]);
    }
    const mails = notices.filter(({ way }) => way === 'at_once');
    if (mails.length > 0) {
      const columns = [mails.map(() => newId()), mails.map(({ postId }) => postId), mails.map(({ topic }) => topic)];
      const { reminder } = what;
      const facts = [event.id, what.referralId ?? null, reminder?.step ?? null, reminder?.milestone ?? null, now];
      await this.work.rows(MAILS, [...columns, mails.map(({ language }) => language), ...facts]);
    }
    this.say('notice', posts, []);
    return { posts, mails: mails.length };
  }

  /** Writes the notices of a whole batch in one message, and asks for one mail per post, whatever the number of its notices. */
  async many(event: HappenedEvent, told: readonly OneOfMany[]): Promise<void> {
    const chosen = await this.chosen([...new Set(told.map(({ postId }) => postId))]);
    const notices = told.flatMap((one) => {
      const post = chosen.get(one.postId);
      const topic = topicOf(one.kind, one.audience);
      const way = post && wayOf(topic, post.ways);
      return way && way !== 'never' ? [{ ...one, topic, way, language: post.language }] : [];
    });
    if (notices.length === 0) return;
    const column = <T>(of: (notice: (typeof notices)[number]) => T): T[] => notices.map(of);
    const now = this.clock.now();
    await this.work.rows(MANY, [
      notices.map(() => newId()),
      column(({ postId }) => postId),
      column(({ audience }) => audience),
      column(({ topic }) => topic),
      column(({ way }) => way === 'digest'),
      column(({ kind }) => kind),
      column(({ detail }) => detail),
      column(({ beneficiaryId }) => beneficiaryId),
      column(({ fileNumber }) => fileNumber),
      event.id,
      now,
    ]);
    const mails = [...new Map(notices.filter(({ way }) => way === 'at_once').map((mail) => [mail.postId, mail])).values()];
    if (mails.length > 0) {
      const columns = [mails.map(() => newId()), mails.map(({ postId }) => postId), mails.map(({ topic }) => topic)];
      await this.work.rows(MAILS, [...columns, mails.map(({ language }) => language), event.id, null, null, null, now]);
    }
    const posts = [...chosen.keys()];
    for (let at = 0; at < posts.length; at += NAMED_AT_ONCE) this.say('notice', posts.slice(at, at + NAMED_AT_ONCE), []);
  }

  /** Tells open screens, once this is committed, that something changed, and in whose file; a lost word costs one refresh. */
  say(topic: string, postIds: readonly Id[], unitIds: readonly Id[], beneficiaryId?: Id): void {
    if (postIds.length === 0 && unitIds.length === 0) return;
    const { region } = this.work;
    const file = beneficiaryId && markOfFile(beneficiaryId);
    this.work.afterCommit(() => void this.live.tell({ region, topic, postIds, unitIds, file }).catch(() => undefined));
  }

  private async chosen(postIds: readonly Id[]): Promise<Map<Id, { ways: NoticeChoices; language: string }>> {
    if (postIds.length === 0) return new Map();
    const rows = await this.work.rows<{ id: Id; ways: NoticeChoices; language: string }>(WAYS, [postIds]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** One who stands in two places is told once, for the first of them. */
function firstOfEach(whom: readonly Told[]): readonly Told[] {
  return [...new Map(whom.toReversed().map((told) => [told.postId, told])).values()].toReversed();
}
