import { Body, Controller, Delete, Get, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyAccount, Answers, ExistingId, OfId, type SignedIn, SignedInAccount } from '@relais/server/kernel';
import type { FastifyRequest } from 'fastify';
import { ChangePassword } from './change-password';
import { EnrolSecondFactor } from './enrol-second-factor';
import { ListSignIns } from './list-sign-ins';
import { ProveSession } from './prove-session';
import { CodeRequest, NewPasswordRequest, NewFactorView, ProofRequest, RecoveryCodesView, SecurityView } from './security.messages';

/** What protects an account: its password, its second factor, its open sign-ins, the proof of presence before what could hurt. */
@ApiTags('session')
@Controller()
export class SecurityController {
  constructor(
    private readonly enrol: EnrolSecondFactor,
    private readonly signIns: ListSignIns,
    private readonly prove: ProveSession,
    private readonly change: ChangePassword,
  ) {}

  @Get('account/security')
  @AnyAccount()
  @Answers(SecurityView)
  showSecurity(@SignedInAccount() signedIn: SignedIn): Promise<SecurityView> {
    return this.signIns.show(signedIn);
  }

  @Put('account/password')
  @AnyAccount()
  @Answers()
  changePassword(@SignedInAccount() signedIn: SignedIn, @Body() { password }: NewPasswordRequest): Promise<void> {
    return this.change.execute(signedIn, password);
  }

  @Post('account/second-factor')
  @AnyAccount()
  @Answers(NewFactorView)
  beginSecondFactor(@SignedInAccount() signedIn: SignedIn): Promise<NewFactorView> {
    return this.enrol.begin(signedIn);
  }

  @Put('account/second-factor')
  @AnyAccount()
  @Answers(RecoveryCodesView)
  confirmSecondFactor(@SignedInAccount() signedIn: SignedIn, @Body() { code }: CodeRequest): Promise<RecoveryCodesView> {
    return this.enrol.confirm(signedIn, code);
  }

  @Delete('account/second-factor')
  @AnyAccount()
  @Answers()
  removeSecondFactor(@SignedInAccount() signedIn: SignedIn): Promise<void> {
    return this.enrol.remove(signedIn);
  }

  @Post('session/proof')
  @AnyAccount()
  @Answers()
  proveSession(@SignedInAccount() signedIn: SignedIn, @Body() body: ProofRequest, @Req() request: FastifyRequest): Promise<void> {
    return this.prove.execute(signedIn, body, request.ip);
  }

  @Delete('sessions/:id')
  @AnyAccount()
  @Answers()
  @OfId()
  endSignIn(@SignedInAccount() signedIn: SignedIn, @Param('id', ExistingId) id: string): Promise<void> {
    return this.signIns.end(signedIn, id);
  }
}
