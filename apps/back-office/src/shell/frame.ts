import { Component, effect, inject, untracked } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Online, Session, watchProof } from '@relais/web/kernel';
import { Dialogs, OfflineNotice, ToastsOutlet } from '@relais/web/ui';
import { FocusAfterNavigation } from './focus-after-navigation';
import { Lock } from './lock';
import { Rail } from './rail';
import { ShellKeys } from './shell-keys';
import { TopBar } from './top-bar';

/** The frame around every page: ways past it, header, navigation, the page, messages. */
@Component({
  selector: 'relais-frame',
  imports: [OfflineNotice, Rail, RouterOutlet, ToastsOutlet, TopBar, TranslocoDirective],
  providers: [FocusAfterNavigation, ShellKeys],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
})
export class Frame {
  protected readonly online = inject(Online).online;

  constructor() {
    const session = inject(Session);
    const dialogs = inject(Dialogs);
    inject(FocusAfterNavigation);
    inject(ShellKeys);
    watchProof();
    effect(() => {
      if (session.locked()) untracked(() => dialogs.show(Lock, { mustAnswer: true }));
    });
  }

  protected goTo(id: string, event: Event): void {
    event.preventDefault();
    const target = document.getElementById(id);
    (target?.querySelector<HTMLElement>('a, button') ?? target)?.focus();
  }

  protected goToMain(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }
}
