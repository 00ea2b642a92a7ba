import { Controller, Get, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService, type HealthCheckResult, TerminusModule } from '@nestjs/terminus';
import { Answers, Database, Farewell, OneOf, Open, refuse } from '@relais/server/kernel';
import { LAST_MIGRATION } from '@relais/migrations';

/** Says that the process lives. */
export class Alive {
  @OneOf(['ok'])
  status!: 'ok';
}

/** `/live` touches nothing; `/ready` asks the database and its migrations, not Redis: without it the product is slower, not down. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: Database,
    private readonly farewell: Farewell,
  ) {}

  @Get('live')
  @Open()
  @Answers(Alive)
  live(): Alive {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open()
  @Answers(Alive)
  async ready(): Promise<Alive> {
    if (this.farewell.begun) refuse('request.unavailable');
    await this.health.check([() => this.migrated()]);
    return { status: 'ok' };
  }

  private async migrated(): Promise<HealthCheckResult['details']> {
    const [row] = await this.database.glance<{ name: string }>('app_rw', 'select app.last_migration() as name');
    if (row?.name !== LAST_MIGRATION) refuse('request.unavailable');
    return { database: { status: 'up' } };
  }
}

@Module({ imports: [TerminusModule], controllers: [HealthController] })
export class HealthApi {}
