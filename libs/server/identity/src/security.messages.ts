import { type Instant, PASSWORD_LONGEST, PASSWORD_SHORTEST } from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, Text, Texts, Whole } from '@relais/server/kernel';

/** Who one is, said again: a code where the account has a telephone, the password elsewhere. */
export class ProofRequest {
  @Text({ optional: true, max: 256 })
  password?: string;

  @Text({ optional: true, max: 20 })
  code?: string;
}

/** Long rather than strange: a sentence is welcome. */
export class NewPasswordRequest {
  @Text({ min: PASSWORD_SHORTEST, max: PASSWORD_LONGEST })
  password!: string;
}

export class CodeRequest {
  @Text({ max: 20 })
  code!: string;
}

/** A secret for the telephone: as a text to type, and as the address that its camera reads. */
export class NewFactorView {
  @Text({ max: 64 })
  secret!: string;

  @Text({ max: 500 })
  address!: string;
}

/** Codes to keep on paper, shown once. */
export class RecoveryCodesView {
  @Texts({ max: 20 })
  codes!: string[];
}

/** One open sign-in of the account. */
export class SignInLine {
  @IdField()
  id!: string;

  @Text({ min: 0, description: 'Browser and system, such as "Firefox, Windows"' })
  agent!: string;

  @OneOf(['cookie', 'bearer'])
  transport!: 'cookie' | 'bearer';

  @InstantField()
  createdAt!: Instant;

  @InstantField()
  lastSeenAt!: Instant;

  @Text({ nullable: true })
  operator!: string | null;

  @Flag({ description: 'The sign-in of this very request' })
  current!: boolean;
}

/** How the account is protected. */
export class SecurityView {
  @Flag({ description: 'Signing in asks for a code of the telephone' })
  secondFactor!: boolean;

  @Flag({ description: 'A post of the account asks for one' })
  secondFactorAsked!: boolean;

  @Whole()
  recoveryCodesLeft!: number;

  @ListOf(() => SignInLine, { max: 100 })
  signIns!: SignInLine[];
}
