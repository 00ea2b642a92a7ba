import type { Id, RegionCode, Role } from '@relais/domain';

/** Rows as the database gives them: snake_case columns, `timestamptz` as `Date`, `date` as a `Date` at local midnight unless cast. */
export type OperatorRow = { region: RegionCode; id: Id; kind: string; name: string; short_name: string; sensitive: boolean };
export type UnitRow = { region: RegionCode; id: Id; operator_id: Id; parent_id: Id | null; name: string };
export type StaffRow = { region: RegionCode; id: Id; account_id: Id; given_name: string; family_name: string; email: string };
export type PostRow = { region: RegionCode; id: Id; staff_id: Id; unit_id: Id; operator_id: Id; role: Role };
export type BeneficiaryRow = {
  region: RegionCode;
  id: Id;
  file_number: string;
  family_name: string;
  given_name: string;
  lead_post_id: Id | null;
  lead_unit_id: Id | null;
  created_by_post: Id;
  version: number;
};
export type SupportRow = { region: RegionCode; id: Id; beneficiary_id: Id; operator_id: Id; unit_id: Id };
export type InterviewRow = {
  region: RegionCode;
  id: Id;
  beneficiary_id: Id;
  author_post_id: Id;
  unit_id: Id;
  operator_id: Id;
  status: string;
};
export type NoteRow = { region: RegionCode; id: Id; interview_id: Id; audience: string; body: string };
export type AppointmentRow = { region: RegionCode; id: Id; beneficiary_id: Id; post_id: Id; starts_at: Date; status: string };
export type ReferralRow = {
  region: RegionCode;
  id: Id;
  beneficiary_id: Id;
  status: string;
  sender_unit_id: Id;
  receiver_unit_id: Id;
  sequence: number;
  version: number;
};
export type ClockRow = {
  region: RegionCode;
  id: Id;
  beneficiary_id: Id;
  kind: string;
  status: string;
  next_at: Date | null;
  version: number;
};
export type NoticeRow = { region: RegionCode; id: Id; post_id: Id; kind: string };
