import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import type { MergeField } from '@relais/domain';
import { Formats, Language } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';
import { mergeLines } from './merge-values';

/** Two files side by side, field by field; where they differ one value is chosen, or shown as chosen. */
@Component({
  selector: 'rl-merge-table',
  imports: [Icon, TranslocoDirective],
  template: `
    <div class="table-scroll" tabindex="0" role="region" [attr.aria-label]="t('people.merge.values')" *transloco="let t">
      <table>
        <caption class="visually-hidden">
          {{
            t('people.merge.values')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('people.compare.fact') }}</th>
            <th scope="col">{{ t('people.merge.kept_file', { number: kept().fileNumber }) }}</th>
            <th scope="col">{{ t('people.merge.gone_file', { number: gone().fileNumber }) }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.field) {
            @let taken = takes().includes(line.field);
            <tr>
              <th scope="row">{{ t(labelOf(line.field)) }}</th>
              @for (side of [false, true]; track side) {
                @let value = side ? line.gone : line.kept;
                <td [class.chosen]="line.choice && taken === side">
                  @if (line.choice && chooses()) {
                    <label class="choice">
                      <input type="radio" [name]="line.field" [checked]="taken === side" (change)="choose(line.field, side)" />
                      <span class="visually-hidden">{{ t(labelOf(line.field)) }}, </span>{{ value }}
                    </label>
                  } @else {
                    {{ value || '–' }}
                    @if (line.choice && taken === side) {
                      <span class="badge primary"><rl-icon name="check" /> {{ t('people.merge.chosen') }}</span>
                    }
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    tbody th {
      color: var(--muted);
      font-weight: 500;
    }
    td {
      overflow-wrap: anywhere;
    }
    .chosen {
      font-weight: 650;
    }
    .choice {
      align-items: center;
      display: flex;
      gap: var(--space-2);
      margin: 0;
      min-block-size: 2.75rem;
    }
    td .choice {
      font-weight: inherit;
    }
    @media (max-width: 40rem) {
      tr {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
      tbody th {
        border-block-end: 0;
        grid-column: 1 / -1;
        padding-block-end: 0;
      }
      thead th:first-child {
        display: none;
      }
    }
  `,
})
export class MergeTable {
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  readonly kept = input.required<BeneficiaryView>();
  readonly gone = input.required<BeneficiaryView>();
  readonly chooses = input(false);
  readonly takes = model.required<readonly MergeField[]>();
  protected readonly lines = computed(() => mergeLines(this.kept(), this.gone(), this.formats, (key) => this.language.say(key)));

  protected labelOf(field: MergeField): string {
    return `people.field.${field === 'address' ? 'street' : field}`;
  }

  protected choose(field: MergeField, gone: boolean): void {
    const others = this.takes().filter((each) => each !== field);
    this.takes.set(gone ? [...others, field] : others);
  }
}
