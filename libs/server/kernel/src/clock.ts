import { Injectable } from '@nestjs/common';
import { type CivilDate, civilDateIn, type Instant, instantAt, type RegionCode, regionOf } from '@relais/domain';

/** The only source of the present moment on the server; tests hand in their own. */
@Injectable()
export class Clock {
  /** This moment, UTC. */
  now(): Instant {
    return instantAt(Date.now());
  }

  /** Today's civil date in a region, in its own time zone. */
  today(region: RegionCode): CivilDate {
    return civilDateIn(regionOf(region).timeZone, this.now());
  }
}
