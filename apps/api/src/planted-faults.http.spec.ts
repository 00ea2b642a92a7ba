import { Body, Controller, Get, Injectable, Module, Param, Patch, Post, Res, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Answers, Can, EditsVersion, ExistingId, IdField, Journal, OfId, refuse, Text, UnitOfWork } from '@relais/server/kernel';
import {
  apiFor,
  Attack,
  AttackLog,
  aWorld,
  DecisionTable,
  type Operation,
  operationsOf,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type ValidRequests,
} from '@relais/testing';
import type { FastifyReply } from 'fastify';

class NameView {
  @IdField()
  id!: string;

  @Text()
  name!: string;
}

class NameRequest {
  @Text({ max: 50 })
  name!: string;
}

const FILE = `select id, given_name as name from app.beneficiary where region = $1 and id = $2`;
/** Whatever the walls say: how a fault of the walls themselves would read. */
let behindTheWalls: TestDatabase['rows'];
const write = (): Promise<unknown> => behindTheWalls(`update auth.account set given_name = given_name || '+'`);
const Declares = (): MethodDecorator => ApiResponse({ status: 200, schema: { $ref: getSchemaPath(NameView) } });

@Injectable()
class Names {
  constructor(
    readonly work: UnitOfWork,
    readonly journal: Journal,
  ) {}
}

@ApiExtraModels(NameView, NameRequest)
@Controller('beneficiaries/:id')
class PlantedController {
  constructor(private readonly names: Names) {}

  @Get('sound')
  @Can('beneficiary.show')
  @Answers(NameView)
  @OfId()
  sound(@Param('id', ExistingId) id: string): Promise<NameView> {
    return this.names.work.found<NameView>(FILE, [id]);
  }

  @Get('unguarded')
  @SetMetadata('relais:permission', { open: true })
  @Can('beneficiary.show')
  @Answers(NameView)
  @OfId()
  async unguarded(@Param('id', ExistingId) id: string): Promise<NameView> {
    return (await behindTheWalls<NameView>(FILE, ['53', id]))[0] ?? refuse('request.not_found');
  }

  @Get('for-the-wrong-role')
  @Can('session.use')
  @Answers(NameView)
  @OfId()
  forTheWrongRole(@Param('id', ExistingId) id: string): Promise<NameView> {
    return this.names.work.found<NameView>(FILE, [id]);
  }

  @Get('talkative')
  @Can('beneficiary.show')
  @Declares()
  @OfId()
  async talkative(@Param('id', ExistingId) id: string): Promise<object> {
    const file = await this.names.work.read(await this.reader(), () => this.names.work.found<NameView>(FILE, [id]));
    return { ...file, secret: 'seen by everybody' };
  }

  @Get('without-region')
  @Can('beneficiary.show')
  @Answers(NameView)
  @OfId()
  async withoutRegion(@Param('id', ExistingId) id: string): Promise<NameView> {
    await this.names.work.row(FILE, [id]);
    return (
      (await behindTheWalls<NameView>(`select id, given_name as name from app.beneficiary where id = $1`, [id]))[0] ??
      refuse('request.not_found')
    );
  }

  @Get('told-apart')
  @Can('beneficiary.show')
  @Answers(NameView)
  @OfId()
  async toldApart(@Param('id', ExistingId) id: string): Promise<NameView> {
    const file = await this.names.work.row<NameView>(FILE, [id]);
    const [known] = await behindTheWalls(`select 1 from app.beneficiary where id = $1`, [id]);
    return file ?? refuse(known ? 'permission.denied' : 'request.not_found');
  }

  @Get('any-id')
  @Can('beneficiary.show')
  @Answers(NameView)
  @OfId()
  anyId(@Param('id') id: string): Promise<NameView> {
    return this.names.work.found<NameView>(FILE, [id]);
  }

  @Get('bare-words')
  @Can('beneficiary.show')
  @Declares()
  @OfId()
  bareWords(@Param('id') _id: string, @Res() reply: FastifyReply): void {
    void reply.status(404).send('no such person');
  }

  @Post('hasty')
  @Can('beneficiary.edit')
  @Answers(NameView)
  @OfId()
  async hasty(@Param('id', ExistingId) id: string, @Body() _name: NameRequest): Promise<NameView> {
    await write();
    return this.names.work.found<NameView>(FILE, [id]);
  }

  @Post('credulous')
  @Can('beneficiary.edit')
  @Answers(NameView)
  @ApiBody({ type: NameRequest })
  @OfId()
  credulous(@Param('id', ExistingId) id: string, @Body() _name: object): Promise<NameView> {
    return this.names.work.found<NameView>(FILE, [id]);
  }

  @Patch('blind')
  @Can('beneficiary.edit')
  @Answers(NameView)
  @EditsVersion()
  @OfId()
  blind(@Param('id', ExistingId) id: string, @Body() _name: NameRequest): Promise<NameView> {
    return this.names.work.found<NameView>(FILE, [id]);
  }

  @Post('forgetful')
  @Can('beneficiary.edit')
  @Answers(NameView, { status: 201 })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @OfId()
  async forgetful(@Param('id', ExistingId) id: string, @Body() _name: NameRequest): Promise<NameView> {
    const file = await this.names.work.found<NameView>(FILE, [id]);
    await this.names.journal.audit('name.noted', { objectType: 'beneficiary', objectId: id });
    return file;
  }

  private async reader() {
    const { cast } = attack.target.world;
    return Promise.resolve(cast['the referent'].actor);
  }
}

@Module({ controllers: [PlantedController], providers: [Names] })
class PlantedApi {}

/** What the suite must say of each planted route. */
const CAUGHT: Readonly<Record<string, RegExp>> = {
  unguarded: /without a token goes through/,
  forTheWrongRole: /as regional_manager (goes through|answers)/,
  talkative: /fields that its class does not declare/,
  withoutRegion: /from another region goes through/,
  toldApart: /answers otherwise|answers 403/,
  anyId: /with an identifier that is .* fails with 500/,
  bareWords: /not a problem document|not as a problem document|answers 404 to its valid request/,
  hasty: /a refused request \(.*\) wrote to auth.account/,
  credulous: /with the forbidden field region goes through/,
  blind: /without If-Match goes through/,
  forgetful: /without Idempotency-Key goes through/,
};

let db: TestDatabase;
let api: TestApi;
let attack: Attack;
let operations: readonly Operation[];

beforeAll(async () => {
  db = await testDatabase({ acrossRegions: true });
  behindTheWalls = db.rows;
  const log = new AttackLog();
  api = await apiFor(db, [PlantedApi], { log });
  operations = operationsOf(api.document);
  const asked = ({ method }: Operation) => (method === 'GET' ? {} : { body: { name: 'Jeanne' } });
  const requests: ValidRequests = Object.fromEntries(
    operations.map((one) => [one.name, (s) => ({ as: s.me, id: s.person.id, ...asked(one) })]),
  );
  const world = await aWorld(db);
  attack = new Attack({ api, document: api.document, world, requests, table: tableOf(operations), log, oneIn: 1 });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

/** The lines of the committed table for a file, said of the planted routes. */
function tableOf(routes: readonly Operation[]): DecisionTable {
  const committed = DecisionTable.read().relationsOf('read a file');
  const lines = [
    ...routes.map(({ title }) => `${title},read a file,counsellor; unit lead,yes,`),
    ...[...committed].map(([who, decision]) => `read a file,,${who},${decision},`),
  ];
  return DecisionTable.of(['what,deed,who,expected,why', ...lines].join('\n'));
}

const named = (name: string): Operation => operations.find((one) => one.name === name) as Operation;

async function faultsOf(name: string): Promise<string> {
  const operation = named(name);
  return [...(await attack.valid(operation)), ...(await attack.refusals(operation))].join('\n');
}

describe('the attacks', () => {
  it('find nothing in a sound route', async () => {
    expect(await faultsOf('sound')).toBe('');
  });

  it.each(Object.keys(CAUGHT))('find what is wrong with a route that is %s', async (name) => {
    expect(await faultsOf(name)).toMatch(CAUGHT[name] ?? /./);
  });

  it('say where to add the request that a new route lacks', async () => {
    const lacking = new Attack({ ...attack.target, requests: {} });
    await expect(lacking.valid(named('sound'))).rejects.toThrow(
      'add the line "sound: (s) => ({ … })" to a file of libs/testing/src/attack/requests',
    );
  });
});
