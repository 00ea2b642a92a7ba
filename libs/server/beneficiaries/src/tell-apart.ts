import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, refuse, UnitOfWork } from '@relais/server/kernel';
import { WhoIsMeant } from './who-is-meant';

/** Remembers that two people who look alike are not the same, so that nobody is asked again. */
@Injectable()
export class TellApart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly meant: WhoIsMeant,
  ) {}

  async execute(beneficiaryId: Id, card: Id): Promise<void> {
    await this.work.found('select id from app.beneficiary where region = $1 and id = $2', [beneficiaryId]);
    const other = await this.meant.by(card);
    if (other === beneficiaryId) refuse('request.invalid', { pointer: '/cardId' });
    await this.remember(beneficiaryId, [other]);
  }

  /** A new file, and those whom its author saw beside it and told apart. A card that leads nowhere any more stops nothing. */
  async fromNew(beneficiaryId: Id, cards: readonly Id[]): Promise<void> {
    const others = (await this.meant.among(cards)).filter((other) => other !== beneficiaryId);
    if (others.length > 0) await this.remember(beneficiaryId, others);
  }

  private async remember(beneficiaryId: Id, others: readonly Id[]): Promise<void> {
    await this.work.rows(
      `insert into app.not_same_person (region, low_id, high_id, by_post_id, decided_at)
       select $1, least($2::uuid, o.id), greatest($2::uuid, o.id), $4, $5 from unnest($3::uuid[]) as o (id) on conflict do nothing`,
      [beneficiaryId, others, this.work.actor.postId, this.clock.now()],
    );
    await this.journal.record('beneficiary.told_apart', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId });
  }
}
