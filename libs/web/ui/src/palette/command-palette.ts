import { Component, computed, type ElementRef, input, linkedSignal, model, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** One line of the palette. */
export type PaletteEntry = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly keys?: string;
};

/** Lines that belong together. */
export type PaletteGroup = { readonly title: string; readonly entries: readonly PaletteEntry[] };

/** One box, one list, arrows and Enter: a combobox with a list box (ARIA 1.2). What the lines mean is its owner's affair. */
@Component({
  selector: 'rl-command-palette',
  imports: [Icon, TranslocoDirective],
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.css',
})
export class CommandPalette {
  readonly text = model('');
  readonly groups = input.required<readonly PaletteGroup[]>();
  readonly busy = input(false);
  /** What delays the list, in one calm sentence. */
  readonly note = input<string>();
  readonly chosen = output<PaletteEntry>();

  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  protected readonly entries = computed(() => this.groups().flatMap((group) => group.entries));
  protected readonly active = linkedSignal({ source: this.entries, computation: () => 0 });
  protected readonly activeId = computed(() => {
    const entry = this.entries()[this.active()];
    return entry ? `rl-palette-${entry.id}` : null;
  });

  protected hear(event: KeyboardEvent): void {
    const count = this.entries().length;
    const to = { ArrowDown: this.active() + 1, ArrowUp: this.active() - 1, PageDown: this.active() + 8, PageUp: this.active() - 8 }[
      event.key
    ];
    if (to !== undefined && count > 0) {
      event.preventDefault();
      this.active.set(event.key.startsWith('Arrow') ? (to + count) % count : Math.max(0, Math.min(to, count - 1)));
      queueMicrotask(() =>
        this.list()
          ?.nativeElement.querySelector(`#${CSS.escape(this.activeId() ?? '')}`)
          ?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const entry = this.entries()[this.active()];
      if (entry) this.chosen.emit(entry);
    }
  }
}
