import { Module } from '@nestjs/common';
import { AuthDatabase } from './auth-database';
import { ChangePassword } from './change-password';
import { ChoosePost } from './choose-post';
import { DemoController } from './demo.controller';
import { EnrolSecondFactor } from './enrol-second-factor';
import { ListDemoAccounts } from './list-demo-accounts';
import { ListSignIns } from './list-sign-ins';
import { Passwords } from './passwords';
import { PasswordStrength } from './password-strength';
import { ProveSession } from './prove-session';
import { RefreshSession } from './refresh-session';
import { RefreshTokens } from './refresh-tokens';
import { SecondFactor } from './second-factor';
import { SecurityController } from './security.controller';
import { SessionAnswers } from './session-answers';
import { SessionController } from './session.controller';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInThrottle } from './sign-in-throttle';
import { SignOut } from './sign-out';
import { TokenController } from './token.controller';

const uses = [
  Passwords,
  SignInThrottle,
  RefreshTokens,
  SessionAnswers,
  SecondFactor,
  SignIn,
  RefreshSession,
  ShowSession,
  ChoosePost,
  SignOut,
];
const protects = [ProveSession, PasswordStrength, ChangePassword, EnrolSecondFactor, ListSignIns];

@Module({ providers: [AuthDatabase, ...uses, ...protects, ListDemoAccounts], exports: [...uses, ...protects, ListDemoAccounts] })
export class IdentityModule {}

/** Signing in, refreshing, choosing a post, signing out. */
@Module({ imports: [IdentityModule], controllers: [TokenController, SessionController, SecurityController] })
export class IdentityApi {}

/** The list of demo accounts: registered in demo mode only. */
@Module({ imports: [IdentityModule], controllers: [DemoController] })
export class DemoApi {}
