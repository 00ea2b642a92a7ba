import { inject, Service } from '@angular/core';
import type { RefusalCode } from '@relais/domain';
import { type ProblemCode, ProblemError } from '../http/problem-error';
import { CurrentLanguage, type LanguageCode } from '../language/current-language';
import { EN } from './en';
import { FR } from './fr';

const SENTENCES: Record<LanguageCode, Record<ProblemCode, string>> = { fr: FR, en: EN };

/** Why the product says no, in a sentence that helps. */
@Service()
export class Refusals {
  private readonly language = inject(CurrentLanguage);

  /** The sentence of something that went wrong. */
  sentence(thrown: unknown): string {
    return thrown instanceof ProblemError ? this.of(thrown.code, thrown.params) : this.of('request.failed');
  }

  /** The sentence of a code; `{name}` in it is filled from the parameters. */
  of(code: RefusalCode | 'network', params: Readonly<Record<string, string | number>> = {}): string {
    return SENTENCES[this.language.code()][code].replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? '…'));
  }
}
