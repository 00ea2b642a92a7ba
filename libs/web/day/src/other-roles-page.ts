import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '@relais/web/kernel';
import { EmptyState } from '@relais/web/ui';

/** The first page of those who do not accompany people: no role of the Region reads names. */
@Component({
  selector: 'rl-other-roles-page',
  imports: [EmptyState, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('day.title') }}</h1>
      </header>
      <rl-empty [title]="t('day.no_files_title')">{{ t('day.no_files', { operator: session.post()?.operator }) }}</rl-empty>
    </ng-container>
  `,
})
export class OtherRolesPage {
  protected readonly session = inject(Session);
}
