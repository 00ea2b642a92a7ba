import { Injectable } from '@nestjs/common';
import { type ContactPreference, type PersonMessage, personMessage, type WorkingCalendar } from '@relais/domain';
import { Clock, RegionAgreement, Sealer, type WrappedKey } from '@relais/server/kernel';

/** What the file says about reaching a person; all null when there is no person. */
export type PersonColumns = {
  readonly preference: ContactPreference | null;
  readonly rule: string | null;
  readonly unsafe: boolean | null;
  readonly personLanguage: string | null;
  readonly interpreter: boolean | null;
  readonly emailSealed: Buffer | null;
  readonly sealedKey: WrappedKey | null;
};

/** Asks the rule whether and when an e-mail may leave to a person, and opens the address at the last moment. */
@Injectable()
export class PersonReach {
  /** Columns to select from `app.beneficiary b`. */
  static readonly COLUMNS = `b.contact_preference as preference, b.contact_rule as rule, b.unsafe_to_contact as unsafe,
    b.language as "personLanguage", b.interpreter, b.email_sealed as "emailSealed", b.sealed_key as "sealedKey"`;

  constructor(
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly agreement: RegionAgreement,
  ) {}

  /** Whether a message may leave now. A person who is not there is never written to. */
  async ask(person: PersonColumns): Promise<PersonMessage> {
    const { preference, rule, unsafe, personLanguage, interpreter, emailSealed } = person;
    const known = {
      preference: preference ?? 'none',
      rule: rule ?? '',
      unsafe: unsafe ?? true,
      language: personLanguage ?? '',
      interpreter: interpreter ?? true,
      hasEmail: emailSealed !== null,
    };
    return personMessage(known, this.clock.now(), await this.calendar());
  }

  /** The address in clear, for the letter alone. */
  addressOf({ emailSealed, sealedKey }: PersonColumns): string | null {
    return sealedKey ? this.sealer.open(sealedKey, emailSealed) : null;
  }

  /** Days and hours of the region. */
  async calendar(): Promise<WorkingCalendar> {
    return (await this.agreement.inForce()).calendar;
  }
}
