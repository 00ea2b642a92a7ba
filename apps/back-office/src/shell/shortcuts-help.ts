import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Shortcuts } from '@relais/web/kernel';
import { DialogFrame } from '@relais/web/ui';

/** Every shortcut of this page, and the switch that turns single letters off. */
@Component({
  selector: 'rl-shortcuts-help',
  imports: [DialogFrame, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('shell.shortcuts')">
      <dl class="facts">
        @for (shortcut of unique(); track shortcut.keys) {
          <div>
            <dt><kbd>{{ shortcut.keys }}</kbd></dt>
            <dd>{{ t(shortcut.label) }}</dd>
          </div>
        }
      </dl>
      <label class="row">
        <input #off type="checkbox" [checked]="shortcuts.lettersOff()" (change)="shortcuts.switchLetters(off.checked)" />
        {{ t('shell.letters_off') }}
      </label>
    </rl-dialog>
  `,
})
export class ShortcutsHelp {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly unique = computed(() => [...new Map(this.shortcuts.all().map((shortcut) => [shortcut.keys, shortcut])).values()]);
}
