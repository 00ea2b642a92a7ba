import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Injectable, Module, Param, Post } from '@nestjs/common';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { Answers, Can, Creates, ExistingId, Journal, newId, OfId, Text, UnitOfWork, Whole } from './index';

class WordView {
  @Text()
  word!: string;

  @Whole()
  version!: number;
}

class WordRequest {
  @Text({ min: 2, max: 10 })
  word!: string;
}

/** A route of each kind, on the audit table that every region has. */
@Injectable()
class Words {
  constructor(
    readonly work: UnitOfWork,
    readonly journal: Journal,
  ) {}
}

@Controller('words')
class WordsController {
  constructor(private readonly words: Words) {}

  @Get('broken')
  @Can('session.use')
  @Answers(WordView)
  async broken(): Promise<object> {
    await this.words.work.rows('select 1 as one where $1::text is not null');
    return { word: 'seen', secret: 'never' };
  }

  @Get(':id')
  @Can('session.use')
  @Answers(WordView)
  @OfId()
  async show(@Param('id', ExistingId) id: string): Promise<object> {
    const [row] = await Promise.all([
      this.words.work.found<{ action: string }>('select action from app.audit where region = $1 and object_id = $2', [id]),
      this.words.journal.audit('word.read', { objectType: 'word', objectId: id }),
    ]);
    return { word: row.action, version: 3, secret: 'never' };
  }

  @Post()
  @Can('session.use')
  @Creates(WordView)
  async add(@Body() { word }: WordRequest): Promise<object> {
    await this.words.journal.record(word, { objectType: 'word', objectId: newId() });
    if (word === 'half') throw new Error('in the middle');
    if (word === 'odd') return { word: 3 };
    return { word, version: 1 };
  }
}

@Module({ controllers: [WordsController], providers: [Words] })
class WordsApi {}

@Controller('silent')
class SilentController {
  @Get()
  say(): string {
    return 'anything';
  }
}

@Module({ controllers: [SilentController] })
class SilentApi {}

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [WordsApi]);
  nadia = await db.as.counsellor();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const say = (word: unknown, key: string = randomUUID()) => api.as(nadia).post('/api/words').set('idempotency-key', key).send({ word });
const said = async (word: string): Promise<number> => (await db.rows('select 1 from app.audit where action = $1', [word])).length;

describe('a request', () => {
  it('is refused without a session, and the refusal is a problem document', async () => {
    const answer = await api.request.get(`/api/words/${randomUUID()}`).expect(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 401, code: 'session.missing' });
  });

  it('is refused at once when the session was ended meanwhile', async () => {
    const karim = await db.as.counsellor();
    await db.rows('update auth.session set revoked_at = now() where id = $1', [karim.actor.sessionId]);
    await api.as(karim).get(`/api/words/${randomUUID()}`).expect(401);
    await api.as(karim).post('/api/words').set('idempotency-key', randomUUID()).send({ word: 'late' }).expect(401);
    expect(await said('late')).toBe(0);
  });

  it('for something that does not exist gives 404, whatever the identifier looks like', async () => {
    const absent = await api.as(nadia).get(`/api/words/${randomUUID()}`).expect(404);
    const odd = await api.as(nadia).get('/api/words/not-an-id').expect(404);
    expect({ ...absent.body, requestId: '' }).toEqual({ ...odd.body, requestId: '' });
  });

  it('to an unknown address gives a problem document too', async () => {
    expect((await api.as(nadia).get('/api/nowhere').expect(404)).body).toMatchObject({ code: 'request.not_found' });
  });

  it('points to the field at fault in the language of the reader', async () => {
    const french = await say('x').expect(422);
    expect(french.body.errors).toEqual([{ pointer: '/word', code: 'isLength', message: 'Ce texte est trop court ou trop long.' }]);
    const english = await say('x').set('accept-language', 'en').expect(422);
    expect(english.body.errors[0].message).toBe('This text is too short or too long.');
  });

  it('with a field that the message does not have is refused, not ignored', async () => {
    const answer = await api
      .as(nadia)
      .post('/api/words')
      .set('idempotency-key', randomUUID())
      .send({ word: 'good', region: '04' })
      .expect(422);
    expect(answer.body.errors[0]).toMatchObject({ pointer: '/region' });
  });

  it('that is no JSON at all is refused without a trace of what it held', async () => {
    const answer = await api.as(nadia).post('/api/words').set('content-type', 'application/json').send('{"word": "Dupo');
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('Dupo');
  });
});

describe('a change', () => {
  it('leaves an audit fact and an event together', async () => {
    await say('together').expect(201);
    expect(await said('together')).toBe(1);
    expect(await db.rows(`select 1 from app.outbox where event = 'together'`)).toHaveLength(1);
  });

  it('that fails half-way leaves neither', async () => {
    await say('half').expect(500);
    expect(await said('half')).toBe(0);
    expect(await db.rows(`select 1 from app.outbox where event = 'half'`)).toHaveLength(0);
  });

  it('whose answer breaks its class is undone', async () => {
    await say('odd').expect(500);
    expect(await said('odd')).toBe(0);
  });

  it('needs a key that names the intention', async () => {
    expect((await api.as(nadia).post('/api/words').send({ word: 'keyless' }).expect(422)).body.code).toBe('request.key_missing');
  });

  it('sent twice with one key has one effect and one answer, also at the same instant', async () => {
    const key = randomUUID();
    const answers = await Promise.all([say('twice', key), say('twice', key), say('twice', key)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await said('twice')).toBe(1);
  });

  it('with the key of another content is refused', async () => {
    const key = randomUUID();
    await say('first', key).expect(201);
    expect((await say('second', key).expect(422)).body.code).toBe('request.key_reused');
  });
});

describe('an answer', () => {
  it('holds what its class declares and nothing else, with its version as entity tag', async () => {
    const objectId =
      (await db.rows<{ object_id: string }>(`select object_id from app.audit where action = 'together'`))[0]?.object_id ?? '';
    const answer = await api.as(nadia).get(`/api/words/${objectId}`).expect(200);
    expect(answer.body).toEqual({ word: 'together', version: 3 });
    expect(answer.headers['etag']).toBe('"3"');
  });

  it('of a read leaves its trace in the same commit', async () => {
    const objectId = (await db.rows<{ object_id: string }>(`select object_id from app.audit where action = 'first'`))[0]?.object_id ?? '';
    await api.as(nadia).get(`/api/words/${objectId}`).expect(200);
    expect(await db.rows(`select 1 from app.audit where action = 'word.read' and object_id = $1`, [objectId])).toHaveLength(1);
  });

  it('that lacks a declared field is an error of ours, and says nothing of what was read', async () => {
    const answer = await api.as(nadia).get('/api/words/broken').expect(500);
    expect(answer.body.code).toBe('request.failed');
    expect(answer.text).not.toContain('never');
  });
});

describe('the start', () => {
  it('stops when a route does not say who may call it', async () => {
    await expect(apiFor(db, [SilentApi])).rejects.toThrow('SilentController.say');
  });
});

describe('the unit of work', () => {
  it('refuses to touch the database outside a request or a job', async () => {
    await expect(async () => api.app.get(UnitOfWork).rows('select 1')).rejects.toThrow('outside a unit of work');
  });

  it('gives connections back clean: the next one has no region', async () => {
    await api.app
      .get(UnitOfWork)
      .read(nadia.actor, () => api.app.get(UnitOfWork).rows('select sec.region() as region where $1::text is not null'));
    const { rows } = await db.api.query(`select current_setting('app.ctx', true) as ctx, current_user as me`);
    expect(rows[0]).toEqual({ ctx: null, me: 'api_login' });
  });

  it('loses nothing of what was committed and nothing of its pool when a backend is killed', async () => {
    const work = api.app.get(UnitOfWork);
    const killed = work.read(nadia.actor, async () => {
      await work.rows('select 1 as one where $1::text is not null');
      await db.rows(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'relais-reads'`, [
        db.name,
      ]);
      return work.rows('select 2 as two where $1::text is not null');
    });
    await expect(killed).rejects.toThrow();
    expect(await work.read(nadia.actor, () => work.rows('select 3 as three where $1::text is not null'))).toEqual([{ three: 3 }]);
  });
});
