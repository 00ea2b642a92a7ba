import { Injectable } from '@nestjs/common';
import { millisOf, type RegionCode } from '@relais/domain';
import { Clock } from './clock';
import { Database } from './database';

const FRESH_MILLIS = 30_000;

/** The regions that were opened on this database, asked anew every half minute. Holds codes only, nothing of a tenant. */
@Injectable()
export class OpenedRegions {
  private known: { readonly at: number; readonly codes: readonly RegionCode[] } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Codes of the opened regions, in order. */
  async list(): Promise<readonly RegionCode[]> {
    const now = millisOf(this.clock.now());
    if (this.known && now - this.known.at < FRESH_MILLIS) return this.known.codes;
    const rows = await this.database.glance<{ region: RegionCode }>('app_worker', 'select region from app.opened_region order by region');
    this.known = { at: now, codes: rows.map(({ region }) => region) };
    return this.known.codes;
  }
}
