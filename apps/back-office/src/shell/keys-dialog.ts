import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Shortcut, Shortcuts } from '@relais/web/kernel';
import { DialogFrame } from '@relais/web/ui';

type Line = { readonly keys: readonly string[]; readonly by: 'or' | 'then' | ''; readonly label: string };

const NAMES: Readonly<Record<string, string>> = { ctrl: 'Ctrl', alt: 'Alt', shift: '⇧', enter: '↵', arrowdown: '↓', arrowup: '↑' };

const IN_LISTS: readonly Line[] = [
  { keys: ['J', '↓'], by: 'or', label: 'shell.keys.down' },
  { keys: ['K', '↑'], by: 'or', label: 'shell.keys.up' },
  { keys: ['↵'], by: '', label: 'shell.keys.open' },
  { keys: ['Home', 'End'], by: 'or', label: 'shell.keys.ends' },
];

/** Every shortcut that works here and now, and the switch for single letters. */
@Component({
  selector: 'relais-keys-dialog',
  imports: [DialogFrame, TranslocoDirective],
  templateUrl: './keys-dialog.html',
  styles: `
    .columns {
      display: grid;
      gap: var(--space-5);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    }
    dl > div {
      align-items: baseline;
      display: flex;
      gap: var(--space-4);
      justify-content: space-between;
      padding-block: var(--space-1);
    }
    dd {
      white-space: nowrap;
    }
    h3 {
      margin-block-end: var(--space-2);
    }
    .off {
      margin-block-start: var(--space-5);
    }
  `,
})
export class KeysDialog {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly groups = computed(() => {
    const known = this.shortcuts.all().filter((shortcut) => shortcut.label !== '');
    const groups = [
      { title: 'shell.keys.page', lines: known.filter((shortcut) => shortcut.group !== 'global').map(lineOf) },
      { title: 'shell.keys.global', lines: known.filter((shortcut) => shortcut.group === 'global').map(lineOf) },
      { title: 'shell.keys.lists', lines: IN_LISTS },
    ];
    return groups.filter((group) => group.lines.length > 0);
  });
}

function lineOf(shortcut: Shortcut): Line {
  const chord = shortcut.keys.split(' ');
  const shown = chord.map((keys) =>
    keys
      .split('+')
      .map((key) => NAMES[key] ?? key.toUpperCase())
      .join('+'),
  );
  return { keys: shown, by: chord.length > 1 ? 'then' : '', label: shortcut.label };
}
