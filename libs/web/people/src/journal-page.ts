import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { JournalPage } from '@relais/api-client';
import { MomentPipe } from '@relais/web/kernel';
import { ProblemState, Skeleton } from '@relais/web/ui';

/** Who looked at a file, when and why. */
@Component({
  selector: 'rl-journal-page',
  imports: [MomentPipe, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('people.journal_title') }}</h1>
        <a class="button" [routerLink]="['/personnes', id()]">{{ t('people.back_to_file') }}</a>
      </header>
      @if (lines.hasValue()) {
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{{ t('people.when') }}</th>
                <th scope="col">{{ t('people.who') }}</th>
                <th scope="col">{{ t('people.what') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (line of lines.value().items; track line.id) {
                <tr>
                  <td class="figures">{{ line.at | rlMoment }}</td>
                  <td>
                    {{ line.name ?? t('people.system') }}{{ line.unitName ? ', ' + line.unitName : ''
                    }}{{ line.operatorName ? ' (' + line.operatorName + ')' : '' }}
                  </td>
                  <td>{{ t('people.act.' + line.action.replace('.', '_')) }}{{ line.reason ? ' : ' + line.reason : '' }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else if (lines.error()) {
        <rl-problem [problem]="lines.error()" (retry)="lines.reload()" />
      } @else {
        <rl-skeleton [rows]="8" />
      }
    </ng-container>
  `,
})
export class JournalPageComponent {
  readonly id = input.required<string>();
  protected readonly lines = httpResource<JournalPage>(() => `/api/beneficiaries/${this.id()}/journal`);
}
