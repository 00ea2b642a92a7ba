/** Views of the inbox, in the order of their tabs. */
export const BOXES = ['received', 'to_contact', 'in_progress', 'sent', 'draft', 'done', 'snoozed'] as const;

/** A view of the inbox. */
export type Box = (typeof BOXES)[number];

/** The letters that decide in a view; they are told above the list. */
export function lettersOf(box: Box): readonly string[] {
  if (box === 'received' || box === 'snoozed') return ['a', 'r', 'd', 'c', 'h', 'p'];
  return box === 'to_contact' || box === 'in_progress' ? ['h'] : [];
}
