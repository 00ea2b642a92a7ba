import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, type INestApplicationContext, Injectable } from '@nestjs/common';

/** Longest wait for requests under way once no new one is taken. Source: trust.md §2, rolling deploy. */
const DRAIN_MS = 20_000;

/** Whether this process was asked to stop: it still answers, but says that it is not ready, so that nothing new is sent to it. */
@Injectable()
export class Farewell implements BeforeApplicationShutdown {
  /** True from the first signal on. */
  begun = false;
  private readonly silent = new Set<Socket>();

  /** Remembers the connections over which nothing was asked yet: browsers open them ahead, and a server that closes waits a minute for each. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.silent.add(socket);
      socket.once('close', () => this.silent.delete(socket));
    });
    server.on('request', ({ socket }: IncomingMessage) => this.silent.delete(socket));
  }

  beforeApplicationShutdown(): void {
    for (const socket of this.silent) socket.destroy();
  }
}

/** Says "not ready", waits until whoever sends requests has noticed, then lets those under way end and closes. */
export async function takeLeave(app: INestApplicationContext, noticeMillis: number): Promise<void> {
  app.get(Farewell).begun = true;
  await sleep(noticeMillis);
  await Promise.race([app.close(), sleep(DRAIN_MS, undefined, { ref: false })]);
}
