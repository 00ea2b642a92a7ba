/** One continuous support: a segment of the thread with its own tone and pattern. `from` and `to` are ISO days or instants. */
export type Strand = {
  readonly key: string;
  readonly label: string;
  readonly tone: number;
  readonly from: string;
  readonly to: string | null;
};

/**
 * What hangs on the thread: any object with an id and a moment (ISO day or instant); `strand` names the strand it belongs to.
 * A `quiet` entry, such as the end of a support, breaks no silence.
 */
export type ThreadEntry = { readonly id: string; readonly at: string; readonly strand?: string | null; readonly quiet?: boolean };

/** The part of a strand beside one row: from `top` to `bottom`, in hundredths of the row, in a lane of its own. */
export type Piece = { readonly key: string; readonly tone: number; readonly lane: number; readonly top: number; readonly bottom: number };

/** A row of the thread: an entry, or the words of a silence, a gap, a handoff. */
export type Row<T extends ThreadEntry> =
  | {
      readonly kind: 'entry';
      readonly key: string;
      readonly entry: T;
      readonly tone: number;
      readonly lane: number;
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'silence' | 'gap'; readonly key: string; readonly days: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'handoff'; readonly key: string; readonly from: string; readonly to: string; readonly pieces: readonly Piece[] };

type Span = Strand & { readonly start: number; readonly end: number; readonly lane: number };

const DAY = 86_400_000;

/** Weaves strands and entries, newest first, into rows. Entries need not be sorted. */
export function weave<T extends ThreadEntry>(entries: readonly T[], strands: readonly Strand[], silenceAfterDays: number): Row<T>[] {
  const spans = inLanes(strands);
  const sorted = [...entries].sort((left, right) => moment(right.at) - moment(left.at));
  const rows: Row<T>[] = [];
  sorted.forEach((entry, index) => {
    const now = moment(entry.at);
    const older = sorted[index + 1];
    const before = older ? moment(older.at) : Math.min(now, ...spans.map((span) => span.start));
    const own = spans.find((span) => span.key === entry.strand) ?? spans.find((span) => span.start <= now && now <= span.end);
    const heard = entry.quiet ? undefined : sorted.slice(index + 1).find(({ quiet }) => !quiet);
    const silence = heard ? Math.round((now - moment(heard.at)) / DAY) : 0;
    const said = older ? between<T>(entry.id, spans, before, now, silence, silenceAfterDays) : [];
    rows.push(
      {
        kind: 'entry',
        key: entry.id,
        entry,
        tone: own?.tone ?? 8,
        lane: own?.lane ?? 0,
        pieces: said.length > 0 ? whole(aliveAt(spans, now)) : piecesOf(spans, before, now),
      },
      ...said,
    );
  });
  return rows;
}

function between<T extends ThreadEntry>(
  id: string,
  spans: readonly Span[],
  before: number,
  now: number,
  silence: number,
  silenceAfterDays: number,
): Row<T>[] {
  const alive = spans.filter((span) => span.start <= now && span.end > before);
  const begun = alive.find((span) => span.start > before && alive.some((other) => other !== span && other.start < span.start));
  const previous = begun && alive.filter((span) => span !== begun && span.start < begun.start).at(-1);
  const bare = uncovered(alive, before, now);
  if (bare > silenceAfterDays * DAY)
    return [{ kind: 'gap', key: `${id}-gap`, days: Math.round(bare / DAY), pieces: ends(spans, before, now) }];
  if (begun && previous && previous.end >= begun.start) {
    return [{ kind: 'handoff', key: `${id}-handoff`, from: previous.label, to: begun.label, pieces: piecesOf(alive, before, now) }];
  }
  return silence > silenceAfterDays ? [{ kind: 'silence', key: `${id}-silence`, days: silence, pieces: piecesOf(alive, before, now) }] : [];
}

/** How long of an interval no strand covers, in milliseconds. */
function uncovered(alive: readonly Span[], before: number, now: number): number {
  let reached = before;
  let bare = 0;
  for (const span of [...alive].sort((left, right) => left.start - right.start)) {
    bare += Math.max(0, Math.min(span.start, now) - reached);
    reached = Math.max(reached, span.end);
  }
  return bare + Math.max(0, now - reached);
}

/** What an interval shows: what ended in it begins below its top, what started in it ends above its foot; both overlap. */
function piecesOf(spans: readonly Span[], before: number, now: number): Piece[] {
  return spans
    .filter((span) => span.start <= now && span.end >= before)
    .map((span) => piece(span, span.end < now ? 35 : 0, span.start > before ? 65 : 100));
}

/** The two loose ends around a gap. */
function ends(spans: readonly Span[], before: number, now: number): Piece[] {
  const newer = spans.filter((span) => span.start > before && span.start <= now).map((span) => piece(span, 0, 12));
  return [...newer, ...spans.filter((span) => span.end >= before && span.end < now).map((span) => piece(span, 88, 100))];
}

function aliveAt(spans: readonly Span[], at: number): Span[] {
  return spans.filter((span) => span.start <= at && span.end >= at);
}

function whole(spans: readonly Span[]): Piece[] {
  return spans.map((span) => piece(span, 0, 100));
}

function piece(span: Span, top: number, bottom: number): Piece {
  return { key: span.key, tone: span.tone, lane: span.lane, top, bottom };
}

/** Gives each strand the first lane that is free while it lasts. */
function inLanes(strands: readonly Strand[]): Span[] {
  const placed: Span[] = [];
  const timed = strands.map((strand) => ({
    ...strand,
    start: moment(strand.from),
    end: strand.to === null ? Number.POSITIVE_INFINITY : moment(strand.to) + DAY,
  }));
  for (const strand of timed.sort((left, right) => left.start - right.start)) {
    let lane = 0;
    while (placed.some((other) => other.lane === lane && other.start < strand.end && other.end > strand.start)) lane += 1;
    placed.push({ ...strand, lane });
  }
  return placed;
}

function moment(iso: string): number {
  return Date.parse(iso);
}
