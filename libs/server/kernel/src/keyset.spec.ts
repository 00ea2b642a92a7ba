import { pageOf, placeAfter, readPlace } from './keyset';
import { RefusalProblem } from './problems';

const ID = '01938d5e-0000-7000-8000-000000000001';
const SECOND = '2026-11-22T09:00:00.000Z';

describe('a page of a list', () => {
  it('ends the list when there is no row left', () => {
    expect(pageOf([1, 2, 3], 3, (row) => [row])).toEqual({ items: [1, 2, 3], next: null });
  });

  it('names the place to go on from, and finds it again', () => {
    const page = pageOf(
      [
        { at: '2026-11-21T09:00:00.000Z', id: ID },
        { at: SECOND, id: ID },
        { at: '2026-11-23T09:00:00.000Z', id: ID },
      ],
      2,
      ({ at, id }) => [at, id],
    );
    expect(page.items).toHaveLength(2);
    expect(readPlace(page.next ?? '')).toEqual([SECOND, ID]);
  });

  it('refuses a place that was not written by us', () => {
    expect(() => readPlace('bm90IGpzb24')).toThrow(RefusalProblem);
    for (const keys of [['only one key'], ['x', ID], [SECOND, 'x'], [1, 2], ['2026-02-30T09:00:00.000Z', ID]])
      expect(() => readPlace(placeAfter(keys))).toThrow(RefusalProblem);
  });
});
