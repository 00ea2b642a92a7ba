import type { NoticeView } from '@relais/api-client';
import { groupNotices } from './group-notices';

const aNotice = (id: string, more: Partial<NoticeView> = {}): NoticeView => ({
  id,
  kind: 'referral.accepted',
  topic: 'answer',
  audience: 'sender',
  detail: null,
  referralId: `referral of ${id}`,
  beneficiaryId: null,
  personName: null,
  fileNumber: null,
  need: null,
  theme: null,
  senderUnitName: null,
  receiverUnitName: null,
  createdAt: '2026-11-25T10:00:00.000Z',
  readAt: null,
  ...more,
});

describe('the list of notices', () => {
  it('begins with what waits for the reader, whatever its day, until it is read', () => {
    const due = aNotice('due', { topic: 'due', createdAt: '2026-11-20T10:00:00.000Z' });
    const [first, second] = groupNotices([aNotice('new'), due], 'Europe/Paris');
    expect(first).toEqual({ day: undefined, lines: [{ notice: due, earlier: [] }] });
    expect(second?.day).toBe('2026-11-25');
    const read = groupNotices([aNotice('new'), { ...due, readAt: due.createdAt }], 'Europe/Paris');
    expect(read.map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-20']);
  });

  it('sums up the steps of one referral in a day, and keeps days of the region apart', () => {
    const about = { referralId: 'one' };
    const evening = { ...about, createdAt: '2026-11-24T20:30:00.000Z' };
    const [today, ...before] = groupNotices([aNotice('c', about), aNotice('b', about), aNotice('a', evening)], 'Indian/Reunion');
    expect(today?.lines.map(({ notice, earlier }) => [notice.id, ...earlier.map(({ id }) => id)])).toEqual([['c', 'b', 'a']]);
    expect(before).toEqual([]);
    expect(groupNotices([aNotice('b', about), aNotice('a', evening)], 'Europe/Paris').map(({ lines }) => lines.length)).toEqual([1, 1]);
  });
});
