import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EmptyState } from '@relais/web/ui';

@Component({
  selector: 'relais-not-found-page',
  imports: [EmptyState, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1>{{ t('shell.notFound.title') }}</h1>
      </header>
      <rl-empty [title]="t('shell.notFound.text')">
        <a class="button" routerLink="/">{{ t('shell.notFound.home') }}</a>
      </rl-empty>
    </ng-container>
  `,
})
export class NotFoundPage {}
