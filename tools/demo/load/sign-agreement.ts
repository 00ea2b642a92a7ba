import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Instant } from '@relais/domain';
import type { DemoRegion } from '../demo-region';

/** What the agreement of a demo region settles differently from the first one of every region. */
const OWN: Partial<Record<DemoRegion, object>> = {
  // One region whose coordinator checks each referral before it leaves and looks at each decline.
  '84': { checkBeforeSending: true, lookAtDeclines: true },
};

/** Signs the region's own agreement, as a version that follows the first one and is in force from `now` on. */
export async function signAgreement(client: ClientBase, region: DemoRegion, now: Instant): Promise<void> {
  const own = OWN[region];
  if (!own) return;
  await client.query(
    `insert into app.agreement_setting (region, id, version, valid_from, time_zone, body)
     select region, $2, 2, $3, time_zone, jsonb_set(body, '{referral}', coalesce(body->'referral', '{}') || $4::jsonb)
     from app.agreement_setting where region = $1 and version = 1`,
    [region, randomUUID(), now, JSON.stringify(own)],
  );
}
