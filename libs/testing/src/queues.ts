import { redisProgram, RedisServer } from '../../../tools/test/redis';

/** Where the queues of a test live: its settings, and the end of what it started. */
export type QueueHome = { readonly environment: Readonly<Record<string, string>>; readonly redis?: RedisServer; end(): Promise<void> };

/** Each kind of queue that this machine can run, for `describe.each`: PostgreSQL always, Redis when there is one on the PATH. */
export const queueHomes: readonly { readonly on: string; readonly open: () => Promise<QueueHome> }[] = [
  { on: 'PostgreSQL', open: () => Promise.resolve({ environment: {}, end: () => Promise.resolve() }) },
  ...(redisProgram === undefined ? [] : [{ on: 'Redis', open: onRedis }]),
];

async function onRedis(): Promise<QueueHome> {
  const redis = await RedisServer.start();
  return { environment: { REDIS_URL: redis.url }, redis, end: () => redis.kill() };
}
