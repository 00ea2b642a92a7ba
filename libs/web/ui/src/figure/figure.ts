import { Component, computed, DOCUMENT, inject, input, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { csvOf, type FigureTable } from './figure-table';

/** A figure: what it says in a title, its definition, a drawing as content, and the same numbers as a table and as a file. */
@Component({
  selector: 'rl-figure',
  imports: [Icon, TranslocoDirective],
  host: { '(keydown.t)': 'asTable.set(!asTable())' },
  template: `
    <figure class="sheet" *transloco="let t" [attr.aria-labelledby]="id">
      <figcaption>
        <h2 [id]="id">{{ title() }}</h2>
        <p class="small muted">{{ definition() }}</p>
      </figcaption>
      <div class="drawing" [class.only-print]="asTable()"><ng-content /></div>
      <div class="table-scroll" [class.only-print]="!asTable()" tabindex="0" role="region" [attr.aria-label]="title()">
        <table>
          <thead>
            <tr>
              @for (column of table().columns; track $index) {
                <th scope="col" [class.figures]="$index > 0 && numeric($index)">{{ column }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of table().rows; track $index) {
              <tr>
                @for (cell of row; track $index) {
                  @if ($first) {
                    <th scope="row">{{ cell ?? t('ui.figure.notTold') }}</th>
                  } @else {
                    <td [class.figures]="numeric($index)" [class.muted]="cell === null">{{ cell ?? t('ui.figure.notTold') }}</td>
                  }
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
      <div class="cluster no-print">
        <button type="button" class="small" [attr.aria-pressed]="asTable()" (click)="asTable.set(!asTable())">
          {{ t(asTable() ? 'ui.figure.asDrawing' : 'ui.figure.asTable') }}
        </button>
        <button type="button" class="small quiet" (click)="download(t('ui.figure.notTold'))">
          <rl-icon name="copy" /> {{ t('ui.figure.file') }}
        </button>
      </div>
    </figure>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 0;
    }
    figure {
      display: grid;
      gap: var(--space-4);
      grid-template-columns: minmax(0, 1fr);
    }
    figcaption p {
      margin-block-start: var(--space-1);
      max-inline-size: 68ch;
    }
    tbody th {
      font-weight: 500;
    }
    @media screen {
      .only-print {
        display: none;
      }
    }
    @media print {
      figure {
        break-inside: auto;
      }
    }
  `,
})
export class Figure {
  private static made = 0;
  private readonly document = inject(DOCUMENT);

  readonly title = input.required<string>();
  /** What is counted, from when to when, and where it comes from. */
  readonly definition = input.required<string>();
  readonly table = input.required<FigureTable>();
  /** Name of the file, without its ending. */
  readonly file = input.required<string>();
  /** Whether the table is shown first: where the drawing has no room. */
  readonly tableFirst = input(false);

  protected readonly id = `rl-figure-${Figure.made++}`;
  protected readonly asTable = linkedSignal(() => this.tableFirst());
  private readonly numbers = computed(() =>
    this.table().columns.map((_, at) => this.table().rows.some((row) => typeof row[at] === 'number')),
  );

  protected numeric(column: number): boolean {
    return this.numbers()[column] === true;
  }

  protected download(notTold: string): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csvOf(this.table(), notTold)], { type: 'text/csv;charset=utf-8' }));
    link.download = `${this.file()}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
  }
}
