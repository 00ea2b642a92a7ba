import { plusDays, plusMinutes, REFERRAL_EVENTS, type Referral, type ReferralTransition, topicOf } from '@relais/domain';
import { idAt } from '../ids';
import { Dice } from '../random';
import type { DemoReferral } from '../region/build-referrals';
import type { DemoWorld } from '../region/generate-region';
import type { Row, TableRows } from './tables';

/** Referrals with packs, logs, the notices they left and what the journal says of them. */
export function referralRows(world: DemoWorld): TableRows {
  const rows = { referral: [] as Row[], packet: [] as Row[], referral_transition: [] as Row[], notice: [] as Row[], audit: [] as Row[] };
  const accounts = new Map(world.network.posts.map((post) => [post.id, post]));
  for (const one of world.referrals) {
    const { referral, log, packet, file } = one;
    const dice = new Dice(`rows of ${referral.id}`);
    const recommended =
      packet === null
        ? {}
        : { recommended_unit_id: referral.receiverUnitId, recommended_by_post_id: referral.senderPostId, recommended_at: packet.frozenAt };
    rows.referral.push({ ...snake(referral), ...recommended, summary: packet?.summary ?? {} });
    if (packet) {
      const { id, number, summary, content, audienceUnitId, hash, frozenAt, authorPostId } = packet;
      const of = { referral_id: referral.id, beneficiary_id: file.id };
      rows.packet.push({
        id,
        ...of,
        number,
        summary,
        content,
        audience_unit_id: audienceUnitId,
        hash,
        frozen_at: frozenAt,
        author_post_id: authorPostId,
      });
    }
    for (const line of log) {
      rows.referral_transition.push({ ...snake(line), id: idAt(line.at, dice) });
      const post = accounts.get(line.actorPostId ?? '');
      const by = { account_id: post?.accountId ?? null, post_id: post?.id ?? null, operator_id: post?.operatorId ?? null };
      rows.audit.push({
        id: idAt(line.at, dice),
        at: line.at,
        ...by,
        action: REFERRAL_EVENTS[line.move],
        object_type: 'referral',
        object_id: referral.id,
        beneficiary_id: file.id,
        reason: null,
      });
      rows.notice.push(...noticesOf(world, one, line, dice));
    }
  }
  return rows;
}

/** Those on the other side learn of each move; what is older than two days has been read. */
function noticesOf(world: DemoWorld, { referral, to, receiver, file }: DemoReferral, line: ReferralTransition, dice: Dice): Row[] {
  const { hours } = world;
  if (hours.dayOf(line.at) < plusDays(hours.today, -30)) return [];
  const posts =
    line.actorKind === 'receiver' || line.actorKind === 'timer'
      ? [referral.senderPostId]
      : line.move === 'send'
        ? to.posts.map(({ id }) => id)
        : [receiver.id];
  const operator = line.actorKind === 'sender' ? referral.senderOperatorId : referral.receiverOperatorId;
  const read = hours.dayOf(line.at) < plusDays(hours.today, -2) || dice.chance(0.35);
  const readAt = plusMinutes(line.at, dice.int(4, 600));
  const kind = REFERRAL_EVENTS[line.move];
  return posts.map((post) => {
    const audience = post === referral.senderPostId ? 'sender' : 'receiver';
    return {
      id: idAt(line.at, dice),
      post_id: post,
      kind,
      topic: topicOf(kind, audience),
      audience,
      referral_id: referral.id,
      beneficiary_id: file.id,
      operator_id: operator,
      created_at: line.at,
      read_at: read && readAt < hours.now ? readAt : null,
    };
  });
}

/** The journal of the files: their opening, and each interview. */
export function journalRows(world: DemoWorld): Row[] {
  return world.files.flatMap((file) => {
    const dice = new Dice(`journal of ${file.id}`);
    const line = (at: DemoWorld['hours']['now'], post: typeof file.author, action: string, type: string, id: string): Row => ({
      id: idAt(at, dice),
      at,
      account_id: post.accountId,
      post_id: post.id,
      operator_id: post.operatorId,
      action,
      object_type: type,
      object_id: id,
      beneficiary_id: file.id,
      reason: null,
    });
    const opened = line(file.createdAt, file.author, 'beneficiary.created', 'beneficiary', file.id);
    return [opened, ...file.steps.map((step) => line(step.at, step.post, 'interview.sealed', 'interview', step.id))];
  });
}

/** Keys in snake case: the columns have the names of the domain. */
function snake(value: Referral | ReferralTransition): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), part]),
  );
}
