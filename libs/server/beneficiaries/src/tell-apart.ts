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
    const [low, high] = [beneficiaryId, other].sort();
    await this.work.rows(
      `insert into app.not_same_person (region, low_id, high_id, by_post_id, decided_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [low, high, this.work.actor.postId, this.clock.now()],
    );
    await this.journal.record('beneficiary.told_apart', { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId });
  }
}
