/** Tables whose rows hang on a file and go with it when it is merged into another; each has one `id`. */
export const CARRIED = [
  'legal_representative',
  'situation',
  'sharing',
  'link_request',
  'support',
  'appointment',
  'interview',
  'note',
  'goal',
  'action',
  'referral',
  'packet',
  'referral_transition',
  'handover',
  'handover_transition',
  'attempt',
  'sighting',
  'clock',
  'clock_pause',
  'notice',
] as const;

/** Tables whose rows stay with the file they tell of, and why. */
export const STAYING: Readonly<Record<string, string>> = {
  audit: 'Who read or did what with which file is never rewritten.',
  suspicion: 'Who read which file.',
  glass: 'What was opened in an emergency was that file; it opens nothing of the other one.',
  lead_tenure: 'Who led which file; that of the merged file ends as when a file is closed.',
  not_same_person: 'Which two files were told apart.',
  pack_file: 'What moved with a pack; a file that is lent is not merged.',
  file_access: 'Follows the supports and clocks that open a file.',
  index_card: 'A merged file is not found any more: its card is put away, and comes back.',
  beneficiary_word: 'A merged file is not found any more; its words are written anew when it comes back.',
  beneficiary: 'Where the merged file leads.',
  file_merge: 'Which files became one.',
};

/** What was written since into something that goes back goes back with it: table, its column, the table that the column names. */
export const FOLLOWING = [
  ['note', 'interview_id', 'interview'],
  ['packet', 'referral_id', 'referral'],
  ['referral_transition', 'referral_id', 'referral'],
  ['handover', 'referral_id', 'referral'],
  ['appointment', 'referral_id', 'referral'],
  ['notice', 'referral_id', 'referral'],
  ['handover_transition', 'handover_id', 'handover'],
  ['clock_pause', 'clock_id', 'clock'],
  ['goal', 'note_id', 'note'],
  ['action', 'note_id', 'note'],
] as const;
