import { Injectable } from '@nestjs/common';
import { Clock } from '@relais/server/kernel';
import { type RegionCode, regionOf, type Role } from '@relais/domain';
import { codeAt } from './codes';
import { AuthDatabase } from './auth-database';
import type { DemoAccountList } from './identity.messages';

type Row = { email: string; password: string; region: RegionCode; operator: string; unit: string; role: Role; secret: string | null };

const ACCOUNTS = `select d.email, d.password, d.region, d.operator, coalesce(p.unit_name, '') as unit, d.role, d.totp_secret as secret
  from demo_account d
  left join account a on a.email = d.email
  left join lateral (select unit_name from account_post p
    where p.account_id = a.id and p.region = d.region and p.role = d.role and p.active order by p.post_id limit 1) p on true
  order by d.region desc, d.operator, d.role, d.email limit 500`;

/** The accounts of the demo with their passwords, for whoever tries the product. */
@Injectable()
export class ListDemoAccounts {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<DemoAccountList> {
    const rows = await this.auth.transaction((auth) => auth.rows<Row>(ACCOUNTS));
    const now = this.clock.now();
    const codeOf = (secret: string | null): string | null => (secret === null ? null : codeAt(secret, now));
    return { items: rows.map((row) => ({ ...row, regionName: regionOf(row.region).name, code: codeOf(row.secret) })) };
  }
}
