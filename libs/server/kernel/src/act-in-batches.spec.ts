import type { Id } from '@relais/domain';
import { actInBatches, type Batch } from './act-in-batches';

/** Rows that are due until they are acted on, taken three at a time. */
function due(ids: readonly string[], act: (id: string) => 'done' | 'stays' | 'fails' = () => 'done') {
  const left = new Set(ids);
  const batches: (readonly Id[])[] = [];
  const batch = ({ aside, only, took }: Batch): Promise<readonly Id[]> => {
    const taken = [...left].filter((id) => (only ? id === only : !aside.includes(id as Id))).slice(0, 3) as Id[];
    took(taken);
    batches.push(taken);
    if (taken.some((id) => act(id) === 'fails')) return Promise.reject(new Error('one of them fails'));
    const done = taken.filter((id) => act(id) === 'done');
    for (const id of done) left.delete(id);
    return Promise.resolve(done);
  };
  return { batch, batches, left };
}

describe('what falls due in batches', () => {
  it('is taken until nothing is left', async () => {
    const { batch, left } = due(['a', 'b', 'c', 'd', 'e']);
    await expect(actInBatches(batch)).resolves.toBe(5);
    expect(left.size).toBe(0);
  });

  it('is done one by one when one of a batch fails; that one alone stays, and is told at the end', async () => {
    const { batch, left } = due(['a', 'b', 'c', 'd'], (id) => (id === 'b' ? 'fails' : 'done'));
    await expect(actInBatches(batch)).rejects.toThrow('one of them fails');
    expect([...left]).toEqual(['b']);
  });

  it('is not taken for ever when nothing can be done with it', async () => {
    const { batch, batches, left } = due(['a', 'b'], (id) => (id === 'a' ? 'stays' : 'done'));
    await expect(actInBatches(batch)).rejects.toThrow('taken and not acted on');
    expect([[...left], batches.length]).toEqual([['a'], 2]);
  });

  it('is not tried row by row while the database is away', async () => {
    const batch = (): Promise<readonly Id[]> => Promise.reject(new Error('the database is away'));
    await expect(actInBatches(batch)).rejects.toThrow('away');
  });
});
