import { type CivilDate, type Instant, REGION_CODES, type RegionCode } from '@relais/domain';
import { Flag, InstantField, Nested, OneOf, Text, Texts, Whole } from '@relais/server/kernel';

/** The part of the agreement in force that screens show. */
export class AgreementView {
  @Whole({ min: 1 })
  number!: number;

  @InstantField()
  validFrom!: Instant;

  @Flag({ description: 'The person must have agreed, not only been informed' })
  personMustAgree!: boolean;

  @Flag({ description: 'The coordinator looks at each referral before it leaves' })
  checkBeforeSending!: boolean;

  @Flag({ description: 'The receiver sees a masked name until someone claims the referral' })
  maskUntilReceived!: boolean;

  @Flag({ description: 'The coordinator looks at each decline before it closes the referral' })
  lookAtDeclines!: boolean;
}

/** The region of the acting post. */
export class RegionView {
  @OneOf(REGION_CODES)
  code!: RegionCode;

  @Text()
  name!: string;

  @Text({ description: 'IANA name: every day and hour on the screens is of this zone' })
  timeZone!: string;

  @Texts({ max: 100, length: 10 })
  daysOff!: CivilDate[];

  @Nested(() => AgreementView, { nullable: true })
  agreement!: AgreementView | null;
}
