import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState } from '@relais/web/ui';

/** An address that leads nowhere for this post: the same page for what does not exist and for what one may not see. */
@Component({
  selector: 'rl-not-found-page',
  imports: [EmptyState, RouterLink, TranslocoDirective],
  template: `
    <main id="contenu" class="narrow" *transloco="let t">
      <h1 tabindex="-1">{{ t('shell.not_found') }}</h1>
      <rl-empty [title]="t('shell.not_found_text')"><a class="button" routerLink="/journee">{{ t('shell.day') }}</a></rl-empty>
    </main>
  `,
})
export class NotFoundPage {}
