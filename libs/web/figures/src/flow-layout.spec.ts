import { layOut, streamsOf } from './flow-layout';
import { both, flow, none } from './flow.fixture';

describe('the drawing of the flow', () => {
  it('keeps what an operator sends apart from what it receives', () => {
    expect(streamsOf(both).nodes.map(({ id }) => id)).toEqual(['0 ml', '1 cio', '0 cio', '1 ml', '2 waiting', '2 completed']);
  });

  it('draws no stream whose number is not told', () => {
    const { links } = streamsOf(flow([{ from: 'ml', to: 'cio', sent: null, byStanding: none }]));
    expect(links).toEqual([]);
    expect(layOut(flow([]), 800, 400, 100)).toEqual({ nodes: [], links: [] });
  });

  it('gives a stream of twice the number twice the width, inside the box', () => {
    const { links, nodes } = layOut(both, 900, 420, 160);
    const width = (source: string): number => links.find((link) => link.source === source)?.width ?? 0;
    expect(width('0 ml') / width('0 cio')).toBeCloseTo(2, 1);
    for (const { x, y, height } of nodes) {
      expect(x).toBeGreaterThanOrEqual(160);
      expect(y + height).toBeLessThanOrEqual(420);
    }
  });
});
