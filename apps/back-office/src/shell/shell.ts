import { Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { httpResource } from '@angular/common/http';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Permission } from '@relais/domain';
import { Language, Live, Online, Session, Shortcuts, Theme } from '@relais/web/kernel';
import { Dialogs, Icon, type IconName, Mark, OfflineNotice, ToastsOutlet } from '@relais/web/ui';
import { filter } from 'rxjs';
import { Lock } from './lock';
import { Palette } from './palette';
import { ShortcutsHelp } from './shortcuts-help';

type Place = { readonly path: string; readonly label: string; readonly icon: IconName; readonly permission: Permission; readonly key: string };

const PLACES: readonly Place[] = [
  { path: '/journee', label: 'shell.day', icon: 'day', permission: 'session.use', key: 'j' },
  { path: '/personnes', label: 'shell.people', icon: 'people', permission: 'beneficiary.list', key: 'p' },
  { path: '/boite', label: 'shell.inbox', icon: 'inbox', permission: 'referral.answer', key: 'b' },
];

/** What stands around every page: where one can go, as whom one acts, and the keyboard. */
@Component({
  selector: 'rl-shell',
  imports: [Icon, Lock, Mark, OfflineNotice, Palette, RouterLink, RouterLinkActive, RouterOutlet, ToastsOutlet, TranslocoDirective],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
})
export class Shell {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(Dialogs);
  private readonly live = inject(Live);
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly online = inject(Online).online;

  protected readonly palette = signal(false);
  protected readonly places = computed(() => PLACES.filter(({ permission }) => this.session.may(permission)));
  protected readonly readsNotices = computed(() => this.session.may('notice.read'));
  protected readonly notices = httpResource<{ unread: number }>(() => {
    this.live.changed('notices');
    return this.readsNotices() ? '/api/notices?limit=1' : undefined;
  });
  protected readonly unread = computed(() => (this.notices.hasValue() ? this.notices.value().unread : 0));

  constructor() {
    const go = (path: string, queryParams = {}) => void this.router.navigate([path], { queryParams });
    inject(Shortcuts).during(inject(DestroyRef), [
      { keys: 'ctrl+k', label: 'shell.key.palette', run: () => this.palette.set(true) },
      { keys: '/', label: 'shell.key.search', run: () => this.search() },
      { keys: '?', label: 'shell.key.help', run: () => this.help() },
      { keys: 'f6', label: 'shell.key.regions', run: () => this.nextRegion() },
      ...PLACES.map(({ key, label, path }) => ({ keys: `g ${key}`, label, run: () => go(path) })),
      { keys: 'n e', label: 'shell.key.interview', run: () => go('/personnes', { pour: 'entretien' }) },
      { keys: 'n o', label: 'shell.key.refer', run: () => go('/personnes', { pour: 'orientation' }) },
      { keys: 'n p', label: 'shell.key.person', run: () => go('/personnes/nouvelle') },
    ]);
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => setTimeout(() => this.document.querySelector<HTMLElement>('#contenu h1')?.focus()));
  }

  protected help(): void {
    void this.dialogs.open(ShortcutsHelp);
  }

  protected changeTheme(): void {
    const order = ['system', 'light', 'dark'] as const;
    const next = order[(order.indexOf(this.theme.choice()) + 1) % order.length] ?? 'system';
    this.theme.choice.set(next);
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/connexion');
  }

  private search(): void {
    const box = this.document.querySelector<HTMLInputElement>('[data-search]');
    if (box) box.focus();
    else void this.router.navigateByUrl('/personnes').then(() => setTimeout(() => this.document.querySelector<HTMLInputElement>('[data-search]')?.focus(), 300));
  }

  private nextRegion(): void {
    const regions = [...this.document.querySelectorAll<HTMLElement>('[data-region]')];
    const at = regions.findIndex((region) => region.contains(this.document.activeElement));
    const next = regions[(at + 1) % regions.length];
    next?.querySelector<HTMLElement>('a, button, input, [tabindex="-1"], h1')?.focus();
  }
}
