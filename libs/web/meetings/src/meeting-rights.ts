import { inject, Service } from '@angular/core';
import type { AppointmentView } from '@relais/api-client';
import { type MeetingChange, toInstant, whyNotChanged } from '@relais/domain';
import { Now, Session } from '@relais/web/kernel';

/** What decides whether a meeting may be changed. */
export type MeetingStanding = Pick<AppointmentView, 'operatorId' | 'status' | 'startsAt'> & { readonly groupSessionId?: string | null };

/** What the acting post may do about a meeting at this hour, as the API would answer. */
@Service()
export class MeetingRights {
  private readonly session = inject(Session);
  private readonly now = inject(Now);

  may(change: MeetingChange, { operatorId, status, startsAt, groupSessionId = null }: MeetingStanding): boolean {
    const meeting = { id: '', referralId: null, operatorId, status, startsAt: toInstant(startsAt), groupSessionId };
    return whyNotChanged(change, meeting, this.session.post()?.operatorId, this.now.at()) === undefined;
  }

  /** Its interview is written where the meeting is held. */
  holds({ operatorId }: Pick<MeetingStanding, 'operatorId'>): boolean {
    return operatorId === this.session.post()?.operatorId;
  }
}
