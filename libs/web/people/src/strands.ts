import type { SupportView, TimelineItem } from '@relais/api-client';
import type { Strand } from '@relais/web/ui';

const TONES = 8;

/** The supports of a file as strands of the thread: one colour and pattern for each operator, whatever the number of its supports. */
export function strandsOf(supports: readonly SupportView[], other: string): Strand[] {
  const operators = [...new Set(supports.map(({ operatorName }) => operatorName ?? other))];
  return supports.map((support) => {
    const label = support.operatorName ?? other;
    return {
      key: support.id,
      label,
      tone: (operators.indexOf(label) % TONES) + 1,
      from: support.openedOn,
      to: support.closedOn,
    };
  });
}

/** The strand on which an item hangs: the support itself, that of its unit at that moment, of its operator, or whoever accompanied then. */
export function strandOf(item: TimelineItem, supports: readonly SupportView[]): string | null {
  if (item.kind === 'support_opened' || item.kind === 'support_closed') return item.id;
  const day = item.at.slice(0, 10);
  const lasting = (support: SupportView): boolean => support.openedOn <= day && (support.closedOn === null || day <= support.closedOn);
  const ofUnit = supports.filter(({ unitId }) => unitId !== null && unitId === item.strand);
  const ofOperator = supports.filter(({ operatorName }) => operatorName === item.operatorName);
  return (ofUnit.find(lasting) ?? ofOperator.find(lasting) ?? supports.find(lasting) ?? ofUnit[0] ?? ofOperator[0])?.id ?? null;
}
