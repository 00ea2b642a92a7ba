import { Module } from '@nestjs/common';
import { AuthDatabase } from './auth-database';
import { ChoosePost } from './choose-post';
import { DemoController } from './demo.controller';
import { ListDemoAccounts } from './list-demo-accounts';
import { Passwords } from './passwords';
import { RefreshSession } from './refresh-session';
import { RefreshTokens } from './refresh-tokens';
import { SessionAnswers } from './session-answers';
import { SessionController } from './session.controller';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInThrottle } from './sign-in-throttle';
import { SignOut } from './sign-out';
import { TokenController } from './token.controller';

const uses = [Passwords, SignInThrottle, RefreshTokens, SessionAnswers, SignIn, RefreshSession, ShowSession, ChoosePost, SignOut];

@Module({ providers: [AuthDatabase, ...uses, ListDemoAccounts], exports: [...uses, ListDemoAccounts] })
export class IdentityModule {}

/** Signing in, refreshing, choosing a post, signing out. */
@Module({ imports: [IdentityModule], controllers: [TokenController, SessionController] })
export class IdentityApi {}

/** The list of demo accounts: registered in demo mode only. */
@Module({ imports: [IdentityModule], controllers: [DemoController] })
export class DemoApi {}
