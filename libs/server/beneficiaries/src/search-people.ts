import { Injectable } from '@nestjs/common';
import { PARTICLES, parseSearch } from '@relais/domain';
import { Clock, Journal, Sealer, UnitOfWork } from '@relais/server/kernel';
import type { PeopleFound } from './beneficiaries.messages';
import { SearchPacer } from './search-pacer';
import { cardOf, PeopleIndex, searchFact, type TypedForm } from './people-found';

const MOST = 20;

const NUMBER_NOW = `select app.number_now($2) as number from (select $1::text) as here (region)`;

/** One box: name words, birth date, phone, e-mail or file number in any order. Masked cards for people one does not accompany. */
@Injectable()
export class SearchPeople {
  constructor(
    private readonly work: UnitOfWork,
    private readonly index: PeopleIndex,
    private readonly journal: Journal,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly pacer: SearchPacer,
  ) {}

  async execute(text: string): Promise<PeopleFound> {
    const { region } = this.work;
    const parsed = parseSearch(text, this.clock.today(region));
    const strong = parsed.words.filter((word) => !PARTICLES.has(word));
    const words = strong.length > 0 ? strong : parsed.words;
    const forms: TypedForm[] = words.map((word, at) => ({
      word,
      part: 'any',
      among: words.length,
      bits: 2 ** at,
      beginning: at === words.length - 1,
    }));
    const nothing = forms.length === 0 && !parsed.bornFrom && !parsed.phone && !parsed.email && !parsed.fileNumber;
    if (nothing) return { items: [] };
    const begins = await this.pacer.begins('box', [text]);
    const fileNumber = parsed.fileNumber && (await this.numberNow(parsed.fileNumber));
    const [found] = await Promise.all([
      this.index.find({
        forms,
        allBits: 2 ** forms.length - 1,
        bornFrom: parsed.bornFrom,
        bornTo: parsed.bornTo,
        phoneIndex: parsed.phone && this.sealer.index(region, parsed.phone),
        emailIndex: parsed.email && this.sealer.index(region, parsed.email),
        fileNumber,
        most: MOST,
      }),
      begins && this.journal.audit('beneficiary.searched', searchFact()),
    ]);
    return { items: found.map((person) => cardOf(person, { score: 1, reasons: [] })) };
  }

  /** The number of the file into which a merged one went: old letters lead to it. */
  private async numberNow(number: string): Promise<string> {
    return (await this.work.found<{ number: string }>(NUMBER_NOW, [number])).number;
  }
}
