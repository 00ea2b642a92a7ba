import { sankey, sankeyLinkHorizontal, type SankeyGraph } from 'd3-sankey';
import type { FlowView, StandingCounts } from '@relais/api-client';

/** A place of the flow: a sender, a receiver, or what became of the referrals. */
export type FlowNode = { readonly id: string; readonly column: 0 | 1 | 2; readonly key: string };

/** A stream between two places, as wide as its number. */
export type FlowLink = { readonly source: string; readonly target: string; readonly value: number; readonly tone: number };

/** A stream with its drawing. */
export type DrawnLink = FlowLink & { readonly path: string; readonly width: number; readonly from: FlowNode; readonly to: FlowNode };

/** A place with its drawing. */
export type DrawnNode = FlowNode & { readonly x: number; readonly y: number; readonly height: number; readonly value: number };

/** The flow, laid out in a box. */
export type DrawnFlow = { readonly nodes: readonly DrawnNode[]; readonly links: readonly DrawnLink[] };

/** Places and streams of a flow: only what is told can be drawn. */
export function streamsOf(flow: FlowView): { readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] } {
  const tones = new Map(flow.senders.map(({ operator }, index) => [operator, (index % 7) + 1]));
  const sent = flow.pairs.flatMap(({ from, to, sent: value }) =>
    value ? [{ source: `0 ${from}`, target: `1 ${to}`, value, tone: tones.get(from) ?? 1 }] : [],
  );
  const reached = new Set(sent.map(({ target }) => target));
  const became = flow.receivers
    .filter(({ operator }) => reached.has(`1 ${operator}`))
    .flatMap(({ operator, byStanding }) =>
      (Object.entries(byStanding) as [keyof StandingCounts, number | null][]).flatMap(([standing, value]) =>
        value ? [{ source: `1 ${operator}`, target: `2 ${standing}`, value, tone: 8 }] : [],
      ),
    );
  const links = [...sent, ...became];
  const ids = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
  return { nodes: ids.map((id) => ({ id, column: Number(id[0]) as 0 | 1 | 2, key: id.slice(2) })), links };
}

/** Lays a flow out in a box of that size, with room for words on both sides. */
export function layOut(flow: FlowView, width: number, height: number, margin: number): DrawnFlow {
  const { nodes, links } = streamsOf(flow);
  if (links.length === 0) return { nodes: [], links: [] };
  const graph: SankeyGraph<FlowNode, FlowLink> = sankey<FlowNode, FlowLink>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeWidth(10)
    .nodePadding(12)
    .extent([
      [margin, 8],
      [width - margin, height - 8],
    ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link })) });
  const path = sankeyLinkHorizontal();
  return {
    nodes: graph.nodes.map(({ id, column, key, x0 = 0, y0 = 0, y1 = 0, value = 0 }) => ({
      id,
      column,
      key,
      x: x0,
      y: y0,
      height: y1 - y0,
      value,
    })),
    links: graph.links.flatMap((link) => {
      // Once laid out, d3 has put the places in the stead of their names.
      const [from, to] = [link.source as FlowNode | string, link.target as FlowNode | string];
      if (typeof from === 'string' || typeof to === 'string') return [];
      const { value, tone, width: wide = 1 } = link;
      return [{ source: from.id, target: to.id, value, tone, from, to, width: Math.max(1.5, wide), path: path(link) ?? '' }];
    }),
  };
}
