import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyAccount, Answers, Clock, Open, type SignedIn, SignedInAccount } from '@relais/server/kernel';
import type { FastifyRequest } from 'fastify';
import { agentOf } from './agent-of';
import { ChoosePost } from './choose-post';
import { AccessTokenView, ChoosePostRequest, RefreshRequest, SignInRequest, TokenView } from './identity.messages';
import { RefreshSession } from './refresh-session';
import { SessionAnswers } from './session-answers';
import { SignIn } from './sign-in';

/** Tokens for programs, sent as `Authorization: Bearer`; a program carries no cookie, so nothing of it can be forged by a page. */
@ApiTags('session')
@Controller('token')
export class TokenController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly choosePost: ChoosePost,
    private readonly answers: SessionAnswers,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Open()
  @Answers(TokenView)
  async openToken(@Body() body: SignInRequest, @Req() request: FastifyRequest): Promise<TokenView> {
    return this.answers.tokens(
      await this.signIn.execute(body, request.ip, 'bearer', agentOf(request.headers['user-agent'])),
      this.clock.now(),
    );
  }

  @Post('refresh')
  @Open()
  @Answers(TokenView)
  async refreshToken(@Body() body: RefreshRequest): Promise<TokenView> {
    return this.answers.tokens(await this.refreshSession.execute(body.refreshToken, 'bearer'), this.clock.now());
  }

  @Post('post')
  @AnyAccount()
  @Answers(AccessTokenView)
  async chooseTokenPost(@SignedInAccount() signedIn: SignedIn, @Body() body: ChoosePostRequest): Promise<AccessTokenView> {
    return this.answers.accessToken(await this.choosePost.execute(signedIn, body.postId), this.clock.now());
  }
}
