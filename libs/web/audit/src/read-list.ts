import { HttpParams, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReadLine, ReadPage } from '@relais/api-client';
import { Language, MomentPipe } from '@relais/web/kernel';
import { EmptyState, Field, ProblemState, Skeleton } from '@relais/web/ui';

const OBJECTS = [
  'beneficiary',
  'interview',
  'note',
  'referral',
  'appointment',
  'action',
  'plan',
  'glass',
  'journal',
  'suspicion',
  'link',
  'day',
];
const EMPTY = { fileNumber: '', reader: '' };

/** The journal of the region: who did or read what, by file number or by professional. */
@Component({
  selector: 'rl-read-list',
  imports: [EmptyState, Field, FormField, MomentPipe, ProblemState, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="muted lead">{{ t('audit.read.lead') }}</p>
      <form class="cluster" role="search" novalidate (submit)="$event.preventDefault(); asked.set(model())">
        <rl-field [label]="t('audit.read.file')" [field]="filter.fileNumber">
          <input type="search" [formField]="filter.fileNumber" />
        </rl-field>
        <rl-field [label]="t('audit.read.reader')" [field]="filter.reader">
          <input type="search" [formField]="filter.reader" />
        </rl-field>
        <button type="submit" class="primary">{{ t('audit.read.show') }}</button>
      </form>
      @if (page.hasValue()) {
        @if (page.value().items.length > 0) {
          <div class="table-scroll" tabindex="0" role="region" [attr.aria-label]="t('audit.place.lectures')">
            <table>
              <thead>
                <tr>
                  @for (column of ['when', 'who', 'what', 'which']; track column) {
                    <th scope="col">{{ t('audit.read.' + column) }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (line of page.value().items; track line.id) {
                  <tr>
                    <td class="when">{{ line.at | rlMoment }}</td>
                    <td>
                      {{ line.readerName ?? t('audit.read.system') }}
                      <span class="small muted">{{ line.unitName }}{{ line.operatorName ? ' · ' + line.operatorName : '' }}</span>
                    </td>
                    <td>{{ actOf(line) }}</td>
                    <td class="figures">{{ line.fileNumber }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <nav class="cluster" [attr.aria-label]="t('audit.read.pages')">
            @if (after()) {
              <button type="button" (click)="after.set(undefined)">{{ t('audit.read.first') }}</button>
            }
            @if (page.value().next; as next) {
              <button type="button" (click)="after.set(next)">{{ t('audit.read.next') }}</button>
            }
          </nav>
        } @else {
          <rl-empty [title]="t('audit.read.none')" />
        }
      } @else if (page.error()) {
        <rl-problem [problem]="page.error()" (retry)="page.reload()" />
      } @else {
        <rl-skeleton [rows]="8" />
      }
    </ng-container>
  `,
  styleUrl: './lists.css',
})
export class ReadList {
  private readonly language = inject(Language);
  protected readonly model = signal(EMPTY);
  protected readonly filter = form(this.model);
  protected readonly asked = signal(EMPTY);
  protected readonly after = linkedSignal<typeof EMPTY, string | undefined>({ source: this.asked, computation: () => undefined });
  private readonly params = computed(() => {
    const { fileNumber, reader } = this.asked();
    const given = Object.entries({ fileNumber: fileNumber.trim(), reader: reader.trim(), after: this.after() ?? '' }).filter(
      ([, value]) => value,
    );
    return new HttpParams({ fromObject: Object.fromEntries(given) });
  });
  protected readonly page = httpResource<ReadPage>(() => ({ url: '/api/journal', params: this.params() }));

  /** What was done to what: read, looked for, or changed. */
  protected actOf({ action }: ReadLine): string {
    const [object = '', deed = ''] = action.split('.');
    const how = /read$|listed$|previewed$/.test(deed) ? 'read' : deed === 'searched' ? 'searched' : 'changed';
    const what = OBJECTS.includes(object) ? object : 'other';
    return this.language.say(`audit.deed.${how}`, { what: this.language.say(`audit.object.${what}`) });
  }
}
