import { computed, inject, Injectable } from '@angular/core';
import { Live, liveRead, Session } from '@relais/web/kernel';

type Notices = { readonly unread: number };

/** How many notices wait to be read; kept fresh by the live changes. */
@Injectable()
export class NoticeCount {
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly notices = liveRead<Notices>(
    () => (this.session.may('notice.read') ? '/api/notices?limit=1' : undefined),
    () => this.live.changed('notice'),
  );

  readonly unread = computed(() => (this.notices.hasValue() ? this.notices.value().unread : 0));
}
