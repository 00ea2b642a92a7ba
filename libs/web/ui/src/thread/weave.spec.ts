import { describe, expect, it } from 'vitest';
import { type Strand, weave } from './weave';

const school: Strand = { key: 'school', label: 'CIO de Rennes', tone: 1, from: '2025-01-10', to: '2025-04-30' };
const work: Strand = { key: 'work', label: 'Cap emploi', tone: 2, from: '2025-09-01', to: '2026-02-10' };
const local: Strand = { key: 'local', label: 'Mission locale', tone: 3, from: '2026-01-20', to: null };
const at = (day: string, strand: string) => ({ id: day, at: `${day}T09:00:00.000Z`, strand });

describe('the thread of a person', () => {
  it('reads from the latest entry to the oldest, whatever the order it is given', () => {
    const rows = weave([at('2025-09-10', 'work'), at('2025-10-01', 'work')], [work], 60);
    expect(rows.map((row) => row.key)).toEqual(['2025-10-01', '2025-09-10']);
  });

  it('draws a handoff as two strands side by side and names both', () => {
    const rows = weave([at('2026-02-20', 'local'), at('2026-01-10', 'work')], [work, local], 60);
    const handoff = rows.find((row) => row.kind === 'handoff');
    expect(handoff).toMatchObject({ from: 'Cap emploi', to: 'Mission locale' });
    expect(new Set(handoff?.pieces.map((piece) => piece.lane)).size).toBe(2);
    const [older, newer] = ['work', 'local'].map((key) => handoff?.pieces.find((piece) => piece.key === key));
    expect(older?.top).toBeLessThan(newer?.bottom ?? 0);
  });

  it('says how long nobody accompanied the person', () => {
    const rows = weave([at('2025-09-10', 'work'), at('2025-04-20', 'school')], [school, work], 60);
    expect(rows[1]).toMatchObject({ kind: 'gap', days: 123 });
    expect(rows[1]?.pieces.every((piece) => piece.top > 50 || piece.bottom < 50)).toBe(true);
  });

  it('says a long silence inside one support, and no short one', () => {
    expect(weave([at('2025-12-30', 'work'), at('2025-09-10', 'work')], [work], 60)[1]).toMatchObject({ kind: 'silence', days: 111 });
    expect(weave([at('2025-10-10', 'work'), at('2025-09-10', 'work')], [work], 60)).toHaveLength(2);
  });

  it('keeps each strand in one lane from start to end', () => {
    const rows = weave([at('2026-03-01', 'local'), at('2026-02-01', 'work'), at('2025-10-01', 'work')], [local, work], 60);
    for (const key of ['work', 'local']) {
      const lanes = rows.flatMap((row) => row.pieces).filter((piece) => piece.key === key);
      expect(new Set(lanes.map((piece) => piece.lane)).size).toBe(1);
    }
  });

  it('names the handoff when the new support is itself an entry', () => {
    const rows = weave(
      [at('2026-02-01', 'local'), { id: 'opened', at: '2026-01-20', strand: 'local' }, at('2026-01-10', 'work')],
      [work, local],
      60,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['entry', 'entry', 'handoff', 'entry']);
  });

  it('does not take the end of a support for news of the person', () => {
    const closed = { id: 'closed', at: '2025-11-20', strand: 'work', quiet: true };
    const rows = weave([at('2025-12-30', 'work'), closed, at('2025-09-10', 'work')], [work], 60);
    expect(rows[1]).toMatchObject({ kind: 'silence', days: 111 });
    expect(rows.filter(({ kind }) => kind === 'silence')).toHaveLength(1);
  });
});
