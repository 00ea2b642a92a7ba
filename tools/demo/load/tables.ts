/** A row on its way to a table: columns in snake case. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns of each table with their types: what the loader writes, in this order of tables. */
export const TABLES = {
  operator:
    'id uuid, kind text, name text, short_name text, status text, status_from date, status_to date, sensitive boolean, commune_code text, created_at timestamptz',
  unit: 'id uuid, operator_id uuid, parent_id uuid, kind text, name text, address text, commune_code text, postcode text, latitude float8, longitude float8, receives_referrals boolean, service_summary text, age_from int, age_to int, active boolean, created_at timestamptz',
  staff: 'id uuid, account_id uuid, given_name text, family_name text, email text, created_at timestamptz',
  post: 'id uuid, staff_id uuid, unit_id uuid, operator_id uuid, role text, title text, since date, active boolean, created_at timestamptz',
  availability: 'id uuid, post_id uuid, weekday int, from_minute int, to_minute int, place text, created_at timestamptz',
  beneficiary:
    'id uuid, file_number text, family_name text, birth_name text, given_name text, name_of_use text, pronoun text, birth_date date, phone_sealed bytea, phone_index text, email_sealed bytea, email_index text, street_sealed bytea, commune_code text, sealed_key bytea, language text, interpreter boolean, contact_preference text, contact_rule text, unsafe_to_contact boolean, status text, lead_post_id uuid, lead_unit_id uuid, sharing_status text, created_by_post uuid, created_by_operator uuid, created_at timestamptz, updated_at timestamptz, last_contact_at timestamptz',
  lead_tenure: 'id uuid, beneficiary_id uuid, post_id uuid, unit_id uuid, since timestamptz, until timestamptz',
  legal_representative:
    'id uuid, beneficiary_id uuid, given_name text, family_name text, relation text, phone_sealed bytea, parental_authority boolean, created_at timestamptz, updated_at timestamptz',
  situation:
    'id uuid, beneficiary_id uuid, kind text, detail text, valid_from date, valid_until date, author_post_id uuid, operator_id uuid, created_at timestamptz',
  sharing:
    'id uuid, beneficiary_id uuid, status text, how text, recorded_at timestamptz, author_post_id uuid, operator_id uuid, detail text, created_at timestamptz',
  referral:
    'id uuid, beneficiary_id uuid, kind text, need text, theme text, urgent boolean, summary jsonb, status text, status_since timestamptz, previous_status text, held_for text, closure text, outcome text, outcome_note text, decline_reason text, sender_operator_id uuid, sender_unit_id uuid, sender_post_id uuid, receiver_operator_id uuid, receiver_unit_id uuid, claimed_by_post_id uuid, accountable_post_id uuid, parent_id uuid, successor_id uuid, sent_at timestamptz, accepted_at timestamptz, first_contact_at timestamptz, last_contact_at timestamptz, closed_at timestamptz, decide_since timestamptz, decide_spent_minutes int, contact_since timestamptz, contact_spent_minutes int, hold_minutes_used int, review_at timestamptz, resume_at timestamptz, due_at timestamptz, due_milestone text, decline_returned boolean, cancel_objected boolean, result_contested boolean, opposed boolean, closed_by_kind text, closed_by_post_id uuid, recommended_unit_id uuid, recommended_by_post_id uuid, recommended_at timestamptz, sequence int, created_at timestamptz, updated_at timestamptz, version int',
  packet:
    'id uuid, referral_id uuid, beneficiary_id uuid, number int, summary jsonb, content jsonb, audience_unit_id uuid, hash text, frozen_at timestamptz, author_post_id uuid',
  referral_transition:
    'id uuid, referral_id uuid, sequence int, move text, from_status text, to_status text, actor_post_id uuid, actor_kind text, reason text, detail jsonb, at timestamptz',
  support:
    'id uuid, beneficiary_id uuid, operator_id uuid, unit_id uuid, referent_post_id uuid, scheme text, opened_on date, closed_on date, outcome text, referral_id uuid, created_at timestamptz',
  group_session:
    'id uuid, operator_id uuid, unit_id uuid, post_id uuid, title text, place text, starts_at timestamptz, minutes int, capacity int, taken int, status text, created_at timestamptz',
  appointment:
    'id uuid, beneficiary_id uuid, operator_id uuid, unit_id uuid, post_id uuid, referral_id uuid, group_session_id uuid, starts_at timestamptz, minutes int, place text, purpose text, status text, created_at timestamptz, updated_at timestamptz',
  interview:
    'id uuid, beneficiary_id uuid, operator_id uuid, unit_id uuid, author_post_id uuid, appointment_id uuid, mode text, happened_at timestamptz, minutes int, themes text[], status text, next_meeting_at timestamptz, two_way boolean, sealed_at timestamptz, created_at timestamptz, updated_at timestamptz',
  note: 'id uuid, interview_id uuid, beneficiary_id uuid, operator_id uuid, unit_id uuid, author_post_id uuid, audience text, body text, addendum boolean, created_at timestamptz, updated_at timestamptz',
  goal: 'id uuid, beneficiary_id uuid, interview_id uuid, note_id uuid, operator_id uuid, words text, theme text, status text, review_on date, created_at timestamptz, updated_at timestamptz',
  action:
    'id uuid, beneficiary_id uuid, interview_id uuid, note_id uuid, operator_id uuid, goal_id uuid, words text, owner text, owner_post_id uuid, due_on date, status text, outcome text, done_at timestamptz, created_at timestamptz, updated_at timestamptz',
  clock:
    'id uuid, beneficiary_id uuid, kind text, status text, operator_id uuid, unit_id uuid, post_id uuid, detail text, started_on date, due_on date, due_at timestamptz, paused_on date, pause_until date, pause_proof text, paused_days int, met_on date, met_by text, dropped text, next_at timestamptz, next_milestone text, created_at timestamptz, updated_at timestamptz',
  clock_pause:
    'id uuid, clock_id uuid, beneficiary_id uuid, from_on date, until_on date, proof text, detail text, by_post_id uuid, created_at timestamptz',
  attempt:
    'id uuid, beneficiary_id uuid, operator_id uuid, unit_id uuid, post_id uuid, channel text, result text, at timestamptz, created_at timestamptz',
  sighting: 'id uuid, beneficiary_id uuid, asker_post_id uuid, asker_unit_id uuid, asked_unit_id uuid, asked_at timestamptz',
  absence:
    'id uuid, post_id uuid, unit_id uuid, operator_id uuid, kind text, reason text, starts_on date, ends_on date, created_by_post_id uuid, created_at timestamptz',
  notice:
    'id uuid, post_id uuid, kind text, topic text, audience text, referral_id uuid, beneficiary_id uuid, operator_id uuid, created_at timestamptz, read_at timestamptz',
  audit:
    'id uuid, at timestamptz, account_id uuid, post_id uuid, operator_id uuid, action text, object_type text, object_id uuid, beneficiary_id uuid, reason text',
} as const;

/** A table that the loader fills. */
export type TableName = keyof typeof TABLES;

/** Rows by table. */
export type TableRows = Partial<Record<TableName, readonly Row[]>>;
