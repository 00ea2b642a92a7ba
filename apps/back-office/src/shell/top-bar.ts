import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemCheckbox, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CanDo, Language, type LanguageCode, Refusals, Session, Shortcuts, Theme, type ThemeChoice } from '@relais/web/kernel';
import { Icon, Mark, Toasts } from '@relais/web/ui';
import { NoticeCount } from './notice-count';
import { ShellKeys } from './shell-keys';

/** The header: mark, post, search, notices, help, language, account. Always in the same order. */
@Component({
  selector: 'relais-top-bar',
  imports: [
    CanDo,
    CdkMenu,
    CdkMenuGroup,
    CdkMenuItem,
    CdkMenuItemCheckbox,
    CdkMenuItemRadio,
    CdkMenuTrigger,
    Icon,
    Mark,
    RouterLink,
    TranslocoDirective,
  ],
  providers: [NoticeCount],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
})
export class TopBar {
  private readonly router = inject(Router);
  private readonly refusals = inject(Refusals);
  private readonly toasts = inject(Toasts);
  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly theme = inject(Theme);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly keys = inject(ShellKeys);
  protected readonly notices = inject(NoticeCount).unread;

  protected readonly themes: readonly ThemeChoice[] = ['light', 'dark', 'system'];
  protected readonly languages: readonly { code: LanguageCode; name: string }[] = [
    { code: 'fr', name: 'Français' },
    { code: 'en', name: 'English' },
  ];
  protected readonly name = computed(() => {
    const account = this.session.account();
    return account ? `${account.givenName} ${account.familyName}` : '';
  });
  protected readonly initials = computed(() => {
    const account = this.session.account();
    return account ? `${account.givenName.charAt(0)}${account.familyName.charAt(0)}` : '';
  });

  protected async choose(postId: string): Promise<void> {
    if (postId === this.session.post()?.id) return;
    await this.orSay(async () => {
      await this.session.choosePost(postId);
      // The same address again, as the new post: everything on the page is read afresh.
      await this.router.navigateByUrl('/poste', { skipLocationChange: true });
      await this.router.navigateByUrl('/');
    });
  }

  protected openSecurity(): void {
    void this.router.navigateByUrl('/securite');
  }

  protected async leave(everywhere: boolean): Promise<void> {
    await this.orSay(async () => {
      await (everywhere ? this.session.signOutEverywhere() : this.session.signOut());
      await this.router.navigateByUrl('/connexion');
    });
  }

  private async orSay(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.toasts.say(this.refusals.sentence(error));
    }
  }
}
