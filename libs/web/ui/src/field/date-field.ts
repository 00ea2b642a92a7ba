import { Component, computed, input, linkedSignal, model, output, signal } from '@angular/core';
import { type FormValueControl, type ValidationError } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { isCivilDate } from '@relais/domain';
import { sentenceAbout } from './failed-call';

type Parts = { readonly day: string; readonly month: string; readonly year: string };

let made = 0;

/**
 * A date in three short boxes, for dates one knows by heart. Its value is '' or a civil date `YYYY-MM-DD`; what is not yet a
 * date, or never will be, leaves the value empty and says so once the boxes are left.
 */
@Component({
  selector: 'rl-date-field',
  imports: [TranslocoDirective],
  templateUrl: './date-field.html',
  styles: `
    .boxes {
      display: flex;
      gap: var(--space-3);
      margin-block-start: var(--space-1);
    }
    .box {
      display: flex;
      flex-direction: column;
      inline-size: 4.5rem;
    }
    .box.year {
      inline-size: 6rem;
    }
    .box label {
      color: var(--muted);
      font-size: var(--small);
      font-weight: 400;
    }
  `,
})
export class DateField implements FormValueControl<string> {
  readonly value = model('');
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly pointer = input('');
  readonly problem = input<unknown>();
  readonly birthday = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly required = input(false);
  readonly disabled = input(false);
  readonly touch = output<void>();

  protected readonly id = `rl-date-${(made += 1)}`;
  protected readonly parts = linkedSignal<string, Parts>({
    source: this.value,
    computation: (value, before) => {
      const kept = before?.value;
      return kept && read(kept) === value ? kept : partsOf(value);
    },
  });
  protected readonly left = signal(false);
  protected readonly impossible = computed(() => {
    const { day, month, year } = this.parts();
    return (day !== '' || month !== '' || year !== '') && read(this.parts()) === '';
  });
  protected readonly said = computed((): { sentence?: string; key: string } | undefined => {
    const server = sentenceAbout(this.problem(), this.pointer());
    if (server) return { sentence: server, key: '' };
    if (!this.left() && !this.touched()) return undefined;
    if (this.impossible()) return { key: 'ui.errors.date' };
    const own = this.errors()[0];
    if (!own) return undefined;
    const key = own.kind === 'required' ? 'ui.errors.required' : 'ui.errors.other';
    return own.message ? { sentence: own.message, key } : { key };
  });
  protected readonly described = computed(() =>
    [this.hint() ? `${this.id}-hint` : '', this.said() ? `${this.id}-error` : ''].filter(Boolean).join(' '),
  );

  protected write(part: keyof Parts, box: HTMLInputElement, next?: HTMLInputElement): void {
    const digits = box.value.replace(/\D/g, '').slice(0, part === 'year' ? 4 : 2);
    this.parts.update((parts) => ({ ...parts, [part]: digits }));
    box.value = digits;
    this.value.set(read(this.parts()));
    if (digits.length === 2 && part !== 'year') next?.focus();
  }

  protected paste(event: ClipboardEvent): void {
    const found = /(\d{1,2})\D+(\d{1,2})\D+(\d{4})/.exec(event.clipboardData?.getData('text') ?? '');
    if (!found) return;
    event.preventDefault();
    this.parts.set({ day: found[1] ?? '', month: found[2] ?? '', year: found[3] ?? '' });
    this.value.set(read(this.parts()));
  }

  protected leave(event: FocusEvent): void {
    const group = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && group.contains(event.relatedTarget)) return;
    this.left.set(true);
    this.touch.emit();
  }
}

function read({ day, month, year }: Parts): string {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return day && month && isCivilDate(date) ? date : '';
}

function partsOf(value: string): Parts {
  const [year = '', month = '', day = ''] = value.split('-');
  return { day, month, year };
}
