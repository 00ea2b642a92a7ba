/** Columns of a referral under the names of the domain type, for reads in SQL; `message`, `included` and `thenUnitIds` belong to the sender's draft. */
export const REFERRAL_FIELDS: readonly string[] = [
  'region',
  'id',
  'beneficiaryId',
  'kind',
  'need',
  'theme',
  'urgent',
  'message',
  'included',
  'thenUnitIds',
  'status',
  'statusSince',
  'previousStatus',
  'heldFor',
  'closure',
  'outcome',
  'outcomeNote',
  'declineReason',
  'senderOperatorId',
  'senderUnitId',
  'senderPostId',
  'receiverOperatorId',
  'receiverUnitId',
  'claimedByPostId',
  'accountablePostId',
  'parentId',
  'successorId',
  'successorId',
  'packetId',
  'sentAt',
  'acceptedAt',
  'firstContactAt',
  'lastContactAt',
  'closedAt',
  'decideSince',
  'decideSpentMinutes',
  'contactSince',
  'contactSpentMinutes',
  'holdMinutesUsed',
  'reviewAt',
  'resumeAt',
  'dueAt',
  'dueMilestone',
  'declineReturned',
  'cancelObjected',
  'resultContested',
  'opposed',
  'closedByKind',
  'closedByPostId',
  'sequence',
  'createdAt',
  'updatedAt',
  'version',
];

/** Those of them that are named, of the table `r`. */
export function columnsOf(names: readonly string[]): string {
  return names.map((name) => `r.${snake(name)} as "${name}"`).join(', ');
}

/** A field's name in the database. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** All of them. */
export const REFERRAL_COLUMNS = columnsOf(REFERRAL_FIELDS);
