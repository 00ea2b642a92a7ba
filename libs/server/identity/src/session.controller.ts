import { Body, Controller, Delete, Get, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyAccount, Answers, Clock, Open, refuse, RefusalProblem, type SignedIn, SignedInAccount } from '@relais/server/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agentOf } from './agent-of';
import { ChoosePost } from './choose-post';
import { ChoosePostRequest, SessionView, SignInRequest } from './identity.messages';
import { RefreshSession } from './refresh-session';
import { type FreshSession, SessionAnswers } from './session-answers';
import { forgetInBrowser, keepInBrowser, REFRESH_COOKIE, refuseForeignPages } from './session-cookies';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

/** The session of a browser: its tokens live in cookies that no script can read. */
@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly showSession: ShowSession,
    private readonly choosePost: ChoosePost,
    private readonly signOut: SignOut,
    private readonly answers: SessionAnswers,
    private readonly clock: Clock,
  ) {}

  @Post('session')
  @Open()
  @Answers(SessionView)
  async openSession(@Body() body: SignInRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    refuseForeignPages(request);
    return this.handOver(await this.signIn.execute(body, request.ip, 'cookie', agentOf(request.headers['user-agent'])), reply);
  }

  @Post('session/refresh')
  @Open()
  @Answers(SessionView)
  async refreshSessionCookies(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    refuseForeignPages(request);
    const token = request.cookies[REFRESH_COOKIE] ?? refuse('session.missing');
    try {
      return this.handOver(await this.refreshSession.execute(token, 'cookie'), reply);
    } catch (error) {
      if (error instanceof RefusalProblem && error.status === 401) forgetInBrowser(reply);
      throw error;
    }
  }

  @Get('session')
  @AnyAccount()
  @Answers(SessionView)
  async showMySession(@SignedInAccount() signedIn: SignedIn): Promise<SessionView> {
    return this.answers.session(await this.showSession.execute(signedIn));
  }

  @Put('session/post')
  @AnyAccount()
  @Answers(SessionView)
  async chooseSessionPost(
    @SignedInAccount() signedIn: SignedIn,
    @Body() body: ChoosePostRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = await this.choosePost.execute(signedIn, body.postId);
    keepInBrowser(reply, { access: this.answers.accessTokenOf(session, this.clock.now()) });
    return this.answers.session(session);
  }

  @Delete('session')
  @AnyAccount()
  @Answers()
  async signOutHere(@SignedInAccount() signedIn: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.here(signedIn);
    forgetInBrowser(reply);
  }

  @Delete('sessions')
  @AnyAccount()
  @Answers()
  async signOutEverywhere(@SignedInAccount() signedIn: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.everywhere(signedIn);
    forgetInBrowser(reply);
  }

  private handOver(session: FreshSession, reply: FastifyReply): SessionView {
    const access = this.answers.accessTokenOf(session, this.clock.now());
    keepInBrowser(reply, { access, refresh: this.answers.refreshTokenOf(session) });
    return this.answers.session(session);
  }
}
