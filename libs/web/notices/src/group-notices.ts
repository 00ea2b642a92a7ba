import type { NoticeView } from '@relais/api-client';
import { type CivilDate, civilDateIn, toInstant } from '@relais/domain';

/** One line of the screen: the latest notice about something, and the earlier ones of the same day that it sums up. */
export type NoticeLine = { readonly notice: NoticeView; readonly earlier: readonly NoticeView[] };

/** Lines under one heading: what waits for the reader, or a day. */
export type NoticeGroup = { readonly day: CivilDate | undefined; readonly lines: readonly NoticeLine[] };

/** What waits for the reader comes first, each by itself; the rest by day, latest first, one line per referral. */
export function groupNotices(notices: readonly NoticeView[], timeZone: string): readonly NoticeGroup[] {
  const waits = (notice: NoticeView): boolean => notice.topic === 'due' && notice.readAt === null;
  const waiting = notices.filter(waits).map((notice) => ({ notice, earlier: [] }));
  const days = Map.groupBy(
    notices.filter((notice) => !waits(notice)),
    ({ createdAt }) => civilDateIn(timeZone, toInstant(createdAt)),
  );
  const groups = [...days].map(([day, ofDay]) => ({ day, lines: linesOf(ofDay) }));
  return waiting.length > 0 ? [{ day: undefined, lines: waiting }, ...groups] : groups;
}

function linesOf(notices: readonly NoticeView[]): readonly NoticeLine[] {
  return [...Map.groupBy(notices, ({ id, referralId }) => referralId ?? id).values()].flatMap(([notice, ...earlier]) =>
    notice ? [{ notice, earlier }] : [],
  );
}
