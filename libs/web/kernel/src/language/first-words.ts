import { InjectionToken } from '@angular/core';
import type { Words } from './words';

/** The words that the application needs before its first page, by scope: shell, composites. */
export const FirstWords = new InjectionToken<Readonly<Record<string, Words>>>('first words');
