import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationInitStatus, type EnvironmentProviders, type Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideHttp, provideLanguage, type Words } from '@relais/web/kernel';
import { uiWords } from '@relais/web/ui';

const words: Words = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

/** The French words of the area, there before the first render, and an API that a test answers for. */
export function inFrench(): (EnvironmentProviders | Provider)[] {
  localStorage.setItem('relais.language', 'fr');
  return [provideHttp(), provideHttpClientTesting(), provideRouter([]), provideLanguage({ ui: uiWords, people: words })];
}

/** Waits until the words are there. */
export async function wordsReady(): Promise<void> {
  await TestBed.inject(ApplicationInitStatus).donePromise;
}
