import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Open } from '@relais/server/kernel';
import { DemoAccountList } from './identity.messages';
import { ListDemoAccounts } from './list-demo-accounts';

@ApiTags('session')
@Controller('demo')
export class DemoController {
  constructor(private readonly listAccounts: ListDemoAccounts) {}

  @Get('accounts')
  @Open()
  @Answers(DemoAccountList)
  listDemoAccounts(): Promise<DemoAccountList> {
    return this.listAccounts.execute();
  }
}
