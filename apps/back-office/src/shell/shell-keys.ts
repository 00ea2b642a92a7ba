import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Permission } from '@relais/domain';
import { type Command, Commands, Language, Session, type Shortcut, Shortcuts, Theme } from '@relais/web/kernel';
import { Dialogs, Toasts } from '@relais/web/ui';

type Way = { readonly keys: string; readonly to: string; readonly label: string; readonly needs: Permission; readonly icon: string };

const WAYS: readonly Way[] = [
  { keys: 'g j', to: '/journee', label: 'shell.nav.day', needs: 'session.use', icon: 'day' },
  { keys: 'g p', to: '/personnes', label: 'shell.nav.people', needs: 'beneficiary.list', icon: 'people' },
  { keys: 'g b', to: '/boite', label: 'shell.nav.inbox', needs: 'referral.show', icon: 'inbox' },
  { keys: 'g a', to: '/agenda', label: 'shell.nav.agenda', needs: 'appointment.plan', icon: 'calendar' },
  { keys: 'g c', to: '/continuite', label: 'shell.nav.board', needs: 'board.show', icon: 'wait' },
  { keys: 'g e', to: '/echeances', label: 'shell.nav.dates', needs: 'clock.show', icon: 'clock' },
  { keys: 'g n', to: '/avis', label: 'shell.nav.notices', needs: 'notice.read', icon: 'bell' },
  { keys: 'g d', to: '/absences', label: 'shell.nav.absences', needs: 'absence.show', icon: 'leave' },
  { keys: 'g i', to: '/pilotage', label: 'shell.nav.figures', needs: 'figure.show', icon: 'figures' },
  { keys: 'g v', to: '/journal', label: 'shell.nav.watch', needs: 'glass.review', icon: 'shield' },
  { keys: 'n e', to: '/personnes?pour=entretien', label: 'shell.commands.interview', needs: 'interview.log', icon: 'note' },
  { keys: 'n o', to: '/personnes?pour=orientation', label: 'shell.commands.refer', needs: 'referral.write', icon: 'refer' },
  { keys: 'n p', to: '/personnes/nouvelle', label: 'shell.commands.person', needs: 'beneficiary.create', icon: 'person' },
];

/** What the keyboard and the palette do everywhere. */
@Injectable()
export class ShellKeys {
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly theme = inject(Theme);
  private readonly toasts = inject(Toasts);
  private open = false;

  constructor() {
    const until = inject(DestroyRef);
    const ways = WAYS.filter((way) => this.session.may(way.needs));
    inject(Shortcuts).during(until, [
      ...this.global(),
      ...ways.map((way) => ({ keys: way.keys, label: way.label, group: 'global', run: () => this.go(way.to) })),
    ]);
    inject(Commands).register(
      [
        ...WAYS.map((way): Command => ({
          id: `go-${way.keys.replace(' ', '-')}`,
          label: way.label,
          icon: way.icon,
          keys: way.keys,
          needs: way.needs,
          run: () => this.go(way.to),
        })),
        ...this.commands(),
      ],
      until,
    );
    const undo = (event: KeyboardEvent): void => this.undo(event);
    this.document.addEventListener('keydown', undo);
    until.onDestroy(() => this.document.removeEventListener('keydown', undo));
  }

  /** Ctrl+K. */
  openPalette(): void {
    void this.once(async () => {
      const { PaletteDialog } = await import('./palette-dialog');
      await this.dialogs.open(PaletteDialog, { high: true });
    });
  }

  /** The question mark. */
  openHelp(): void {
    void this.once(async () => {
      const { KeysDialog } = await import('./keys-dialog');
      await this.dialogs.open(KeysDialog, { wide: true });
    });
  }

  private global(): Shortcut[] {
    return [
      { keys: 'ctrl+k', label: 'shell.keys.palette', group: 'global', run: () => this.openPalette() },
      { keys: '/', label: 'shell.keys.search', group: 'global', run: () => this.search() },
      { keys: '?', label: 'shell.keys.help', group: 'global', run: () => this.openHelp() },
      { keys: 'f6', label: 'shell.keys.regions', group: 'global', run: () => this.nextRegion(1) },
      { keys: 'shift+f6', label: '', run: () => this.nextRegion(-1) },
    ];
  }

  private commands(): Command[] {
    return [
      { id: 'theme', label: 'shell.commands.theme', icon: 'theme', run: () => this.otherTheme() },
      {
        id: 'language',
        label: 'shell.commands.language',
        icon: 'language',
        run: () => void this.language.use(this.language.current() === 'fr' ? 'en' : 'fr'),
      },
      { id: 'posts', label: 'shell.commands.posts', icon: 'building', run: () => this.go('/poste') },
      { id: 'help', label: 'shell.commands.help', icon: 'keyboard', keys: '?', run: () => this.openHelp() },
    ];
  }

  private go(to: string): void {
    void this.router.navigateByUrl(to);
  }

  private search(): void {
    const box = this.document.querySelector<HTMLElement>('main [data-search]');
    if (box) box.focus();
    else this.go('/personnes');
  }

  private otherTheme(): void {
    const dark = this.theme.choice() === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : this.theme.choice() === 'dark';
    this.theme.choice.set(dark ? 'light' : 'dark');
  }

  private nextRegion(step: 1 | -1): void {
    const regions = [...this.document.querySelectorAll<HTMLElement>('[data-region], rl-side-panel.open > aside')].filter(
      (region) => region.offsetParent !== null || region.getClientRects().length > 0,
    );
    const at = regions.findLastIndex((region) => region.contains(this.document.activeElement));
    const region = regions[(at + step + regions.length) % regions.length];
    const target = region?.id === 'main' ? region : region?.querySelector<HTMLElement>('a[href], button, input, [tabindex="0"]');
    (target ?? region)?.focus();
  }

  private undo(event: KeyboardEvent): void {
    const inText = event.target instanceof HTMLElement && /^(input|textarea)$/i.test(event.target.tagName);
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && !inText && this.toasts.undo())
      event.preventDefault();
  }

  private async once(show: () => Promise<void>): Promise<void> {
    if (this.open) return;
    this.open = true;
    try {
      await show();
    } finally {
      this.open = false;
    }
  }
}
