import { Injectable } from '@nestjs/common';
import { emptyQueue, type Referral, type RegionCode } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';
import { GiveReminders } from './give-reminders';
import { REFERRAL_COLUMNS } from './referral-columns';

const BATCH = 100;

/** Sent to a team in which nobody who could answer works, and not yet told for this step. A `claim` waits in the sender's queue. */
const UNATTENDED = `
  select ${REFERRAL_COLUMNS} from app.referral r
  where r.region = $1 and r.status = 'sent'
    and not exists (select 1 from app.unit_ancestor u join app.post p on p.region = $1 and p.unit_id = u.unit_id and p.active
      and p.role in ('counsellor', 'unit_lead')
      where u.region = $1 and u.ancestor_id = case r.kind when 'claim' then r.sender_unit_id else r.receiver_unit_id end)
    and not exists (select 1 from app.referral_reminder m where m.region = $1 and m.referral_id = r.id and m.step = r.status_since
      and m.milestone = 'queue_empty')
  order by r.id limit ${BATCH} for update of r skip locked`;

/** Alerts when a referral stands in a queue without any active member: leads above, the sender, the coordinator. Source: referral.md, invariant 11. */
@Injectable()
export class AlertEmptyQueues {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reminders: GiveReminders,
  ) {}

  /** One round for a region; how many alerts. */
  async execute(region: RegionCode): Promise<number> {
    for (let told = 0; ;) {
      const done = await this.work.write({ region, system: true }, async () => {
        const unattended = await this.work.rows<Referral>(UNATTENDED);
        await this.reminders.give(unattended.map((referral) => ({ referral, ...emptyQueue(referral) })));
        return unattended.length;
      });
      told += done;
      if (done < BATCH) return told;
    }
  }
}
