import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { Live, Session } from '@relais/web/kernel';

type Notices = { readonly unread: number };

/** How many notices wait to be read; kept fresh by the live changes. */
@Injectable()
export class NoticeCount {
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly notices = httpResource<Notices>(() => {
    this.live.changed('notice');
    const post = this.session.post();
    return post && this.session.may('notice.read') ? { url: '/api/notices', params: { limit: 1 } } : undefined;
  });

  readonly unread = computed(() => (this.notices.hasValue() ? this.notices.value().unread : 0));
}
