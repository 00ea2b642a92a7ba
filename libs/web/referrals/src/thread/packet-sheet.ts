import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PacketContent } from '@relais/api-client';
import { DatePipe, MomentPipe } from '@relais/web/kernel';

/** A packet exactly as its receiver reads it. */
@Component({
  selector: 'rl-packet-sheet',
  imports: [DatePipe, MomentPipe, TranslocoDirective],
  template: `
    <div class="sheet stack tight" *transloco="let t">
      @let said = content();
      <p>
        <strong>{{ said.identity.name }}</strong>, {{ t('referrals.born') }} {{ said.identity.birthDate | rlDate
        }}{{ said.identity.communeName ? ' · ' + said.identity.communeName : '' }}
      </p>
      <p class="prose">{{ said.need }}</p>
      @if (said.message) {
        <p class="prose">{{ said.message }}</p>
      }
      <p class="small">
        {{ t('referrals.contact_by.' + said.contact.preference) }}{{ said.contact.rule ? ' · ' + said.contact.rule : '' }}
        @if (said.contact.unsafe) {
          <span class="badge danger">{{ t('referrals.unsafe') }}</span>
        }
      </p>
      <ul>
        @for (each of said.situations; track $index) {
          <li>{{ each.detail }}</li>
        }
        @for (each of said.goals; track $index) {
          <li>« {{ each.words }} »</li>
        }
        @for (each of said.actions; track $index) {
          <li>{{ each.words }} {{ each.dueOn | rlDate }}</li>
        }
      </ul>
      @for (note of said.notes; track $index) {
        <div>
          <p class="small muted">{{ note.happenedAt | rlMoment }} · {{ note.authorName }} ({{ note.operatorName }})</p>
          <p class="prose">{{ note.body }}</p>
        </div>
      }
      <p class="small muted">
        {{ t('referrals.sent_by') }} {{ said.sender.postName }}, {{ said.sender.unitName }} ({{ said.sender.operatorName }})
      </p>
    </div>
  `,
  styles: `
    .prose {
      line-height: 1.5;
      white-space: pre-wrap;
    }
    p,
    ul {
      margin: 0;
    }
  `,
})
export class PacketSheet {
  readonly content = input.required<PacketContent>();
}
