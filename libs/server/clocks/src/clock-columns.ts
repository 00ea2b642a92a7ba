/** The columns of a clock as its rules see it, from `app.clock c`. */
export const CLOCK_COLUMNS = `c.region, c.id, c.beneficiary_id as "beneficiaryId", c.kind, c.status, c.operator_id as "operatorId",
  c.unit_id as "unitId", c.post_id as "postId", c.detail, c.started_on as "startedOn", c.due_on as "dueOn", c.due_at as "dueAt",
  c.paused_on as "pausedOn", c.pause_until as "pauseUntil", c.pause_proof as "pauseProof", c.paused_days as "pausedDays",
  c.appointment_id as "appointmentId", c.met_on as "metOn", c.met_by as "metBy", c.dropped, c.next_at as "nextAt",
  c.next_milestone as "nextMilestone", c.created_at as "createdAt", c.updated_at as "updatedAt", c.version`;
