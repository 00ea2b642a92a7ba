import { Database } from '@relais/server/kernel';
import type { TestApi } from './api';

/**
 * Watches the next read of an API: each statement that leaves, `first` while no answer came yet, `later` afterwards. A read in one
 * round trip is all `first`, but for its COMMIT.
 */
export async function watchNextRead({ app }: TestApi): Promise<readonly ('first' | 'later')[]> {
  const client = await app.get(Database).reads.connect();
  const left: ('first' | 'later')[] = [];
  let answered = false;
  const query = client.query.bind(client) as (...sent: unknown[]) => Promise<unknown>;
  Object.assign(client, {
    query: (...sent: unknown[]) => {
      left.push(answered ? 'later' : 'first');
      const answer = query(...sent);
      void answer.then(() => (answered = true));
      return answer;
    },
  });
  client.release();
  return left;
}
