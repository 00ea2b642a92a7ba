import type { FlowView, StandingCounts } from '@relais/api-client';
import { layOut, streamsOf } from './flow-layout';

const none: StandingCounts = { waiting: 0, waitlisted: 0, accepted: 0, in_progress: 0, completed: 0, declined: 0, ended: 0 };
const flow = (pairs: FlowView['pairs']): FlowView => ({
  sent: 30,
  byStanding: none,
  senders: [
    { operator: 'ml', sent: 20 },
    { operator: 'cio', sent: 10 },
  ],
  receivers: [
    { operator: 'ml', received: 10, byStanding: { ...none, waiting: 10 } },
    { operator: 'cio', received: 20, byStanding: { ...none, completed: 14, declined: null } },
  ],
  pairs,
});
const both = flow([
  { from: 'ml', to: 'cio', sent: 20, byStanding: none },
  { from: 'cio', to: 'ml', sent: 10, byStanding: none },
]);

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
