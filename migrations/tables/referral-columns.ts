/** Columns of a referral, named as in the domain type. Source: referral.md. */
export const REFERRAL_COLUMNS = `
  id uuid not null, beneficiary_id uuid not null,
  kind text not null check (kind in ('add', 'redirect', 'assess', 'self', 'claim')),
  need text not null, theme text not null, urgent boolean not null default false, summary jsonb not null default '{}',
  status text not null default 'draft' check (status in ('draft', 'held', 'sent', 'received', 'info_needed', 'waitlisted', 'accepted',
    'in_progress', 'on_hold', 'cancel_requested', 'decline_pending', 'result_posted', 'closed')),
  status_since timestamptz not null default now(), previous_status text, held_for text check (held_for in ('agreement', 'check')),
  closure text check (closure in ('completed', 'declined', 'withdrawn', 'cancelled', 'expired', 'rerouted', 'superseded', 'error')),
  outcome text check (outcome in ('met', 'partly_met', 'enrolled_elsewhere', 'not_eligible', 'refused_by_person', 'refused_by_provider',
    'no_capacity', 'unreachable', 'no_show', 'duplicate', 'moved', 'deceased', 'other')),
  outcome_note text,
  decline_reason text check (decline_reason in ('not_eligible', 'no_place', 'out_of_territory', 'wrong_public', 'already_followed',
    'other_destination', 'person_does_not_want', 'person_unreachable', 'incomplete_file', 'other')),
  sender_operator_id uuid not null, sender_unit_id uuid not null, sender_post_id uuid not null,
  receiver_operator_id uuid not null, receiver_unit_id uuid not null, claimed_by_post_id uuid, accountable_post_id uuid,
  parent_id uuid, successor_id uuid, packet_id uuid,
  recommended_unit_id uuid, recommended_by_post_id uuid, recommended_at timestamptz,
  decided_unit_id uuid, decided_by_post_id uuid, decided_at timestamptz,
  sent_at timestamptz, accepted_at timestamptz, first_contact_at timestamptz, last_contact_at timestamptz, closed_at timestamptz,
  decide_since timestamptz, decide_spent_minutes int not null default 0,
  contact_since timestamptz, contact_spent_minutes int not null default 0, hold_minutes_used int not null default 0,
  review_at timestamptz, resume_at timestamptz, due_at timestamptz, due_milestone text,
  decline_returned boolean not null default false, cancel_objected boolean not null default false,
  result_contested boolean not null default false, opposed boolean not null default false,
  closed_by_kind text check (closed_by_kind in ('sender', 'receiver', 'coordinator', 'timer', 'person')), closed_by_post_id uuid,
  sequence int not null default 0, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
  version int not null default 1`;

/** Invariant 7 and "every wait has an owner and a due date", held by the database itself. */
export const REFERRAL_CHECKS = [
  `constraint referral_closed check ((status = 'closed') = (closure is not null) and (status = 'closed') = (closed_at is not null)
    and (status = 'closed') = (closed_by_kind is not null))`,
  `constraint referral_outcome check (closure is null or closure not in ('completed', 'declined', 'cancelled') or outcome is not null)`,
  `constraint referral_early_outcome check (outcome is null or status in ('cancel_requested', 'decline_pending', 'result_posted', 'closed'))`,
  `constraint referral_due check (status in ('draft', 'closed') or (due_at is not null and due_milestone is not null))`,
  `constraint referral_accountable check (status not in ('accepted', 'in_progress') or accountable_post_id is not null)`,
  `constraint referral_contact check (status <> 'in_progress' or first_contact_at is not null)`,
  `constraint referral_claimed check (status <> 'received' or claimed_by_post_id is not null)`,
  `constraint referral_elsewhere check (sender_unit_id <> receiver_unit_id)`,
];
