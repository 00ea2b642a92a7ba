import { pageOf, placeAfter, readPlace } from './keyset';
import { RefusalProblem } from './problems';

describe('a page of a list', () => {
  it('ends the list when there is no row left', () => {
    expect(pageOf([1, 2, 3], 3, (row) => [row])).toEqual({ items: [1, 2, 3], next: null });
  });

  it('names the place to go on from, and finds it again', () => {
    const page = pageOf(
      [
        { at: 'a', id: '1' },
        { at: 'b', id: '2' },
        { at: 'c', id: '3' },
      ],
      2,
      ({ at, id }) => [at, id],
    );
    expect(page.items).toHaveLength(2);
    expect(readPlace(page.next ?? '', 2)).toEqual(['b', '2']);
  });

  it('refuses a place that was not written by us', () => {
    expect(() => readPlace('bm90IGpzb24', 2)).toThrow(RefusalProblem);
    expect(() => readPlace(placeAfter(['only one key']), 2)).toThrow(RefusalProblem);
  });
});
