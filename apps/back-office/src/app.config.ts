import { type ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { Live, provideHttp, provideLanguage, Session, Theme } from '@relais/web/kernel';
import { uiWords } from '@relais/web/ui';
import { appRoutes } from './app.routes';
import { shellWords } from './shell/shell-words';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttp(),
    provideLanguage({ ui: uiWords, shell: shellWords }),
    provideRouter(appRoutes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    provideAppInitializer(() => inject(Session).load()),
    provideAppInitializer(() => {
      inject(Theme);
      inject(Live);
    }),
  ],
};
