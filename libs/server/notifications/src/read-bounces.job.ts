import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { RegionCode } from '@relais/domain';
import { Settings, UnitOfWork } from '@relais/server/kernel';
import { bounceOf } from './bounce-of';
import { RecordOutcome } from './record-outcome';

/** Reads the mails that came back, from the folder where the mail server puts them: each once, then kept aside. */
@Injectable()
export class ReadBounces {
  constructor(
    private readonly work: UnitOfWork,
    private readonly settings: Settings,
    private readonly outcomes: RecordOutcome,
  ) {}

  /** Reads those of a region; resolves to how many letters bounced. What speaks of no letter of ours is put aside unread. */
  async execute(region: RegionCode): Promise<number> {
    const folder = join(this.settings.mailFolder, 'bounces');
    const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml'));
    let bounced = 0;
    for (const file of files) {
      const bounce = await bounceOf(await readFile(join(folder, file)));
      if (bounce && bounce.region !== region) continue;
      if (bounce?.forGood) {
        const { id, reason } = bounce;
        await this.work.write({ region, system: true }, () => this.outcomes.execute(id, { did: 'bounced', reason }));
        bounced += 1;
      }
      const aside = join(folder, bounce ? 'read' : 'unknown');
      await mkdir(aside, { recursive: true });
      await rename(join(folder, file), join(aside, file));
    }
    return bounced;
  }
}
