import { inject, Service } from '@angular/core';
import { DefaultTranspiler, type TranspileParams } from '@jsverse/transloco';
import { CurrentLanguage } from './current-language';

const ICU = /\{(\w+),\s*(plural|select),/;

/**
 * Plurals and choices of ICU messages: `{count, plural, =0 {Nobody} one {# person} other {# people}}`, `{kind, select, a {…} other {…}}`.
 * Written here because the usual library builds functions from text, which our content security policy forbids.
 */
@Service()
export class IcuTranspiler extends DefaultTranspiler {
  private readonly language = inject(CurrentLanguage);

  override transpile(asked: TranspileParams): unknown {
    if (typeof asked.value !== 'string' || !ICU.test(asked.value)) return super.transpile(asked) as unknown;
    return super.transpile({ ...asked, value: expand(asked.value, asked.params ?? {}, this.language.code()) }) as unknown;
  }
}

/** Replaces each ICU part of a message by its chosen branch. */
export function expand(message: string, params: Record<string, unknown>, language: string): string {
  const found = ICU.exec(message);
  if (!found) return message;
  const [head, name = '', kind] = found;
  const end = closing(message, found.index);
  const branches = branchesOf(message.slice(found.index + head.length, end));
  const value: unknown = params[name];
  const chosen =
    kind === 'plural' ? plural(branches, Number(value), language) : (branches.get(String(value)) ?? branches.get('other') ?? '');
  return expand(message.slice(0, found.index) + chosen + message.slice(end + 1), params, language);
}

function plural(branches: ReadonlyMap<string, string>, count: number, language: string): string {
  const branch = branches.get(`=${count}`) ?? branches.get(new Intl.PluralRules(language).select(count)) ?? branches.get('other') ?? '';
  return branch.replaceAll('#', new Intl.NumberFormat(language).format(count));
}

function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>();
  const opener = /([=\w]+)\s*\{/g;
  for (let found = opener.exec(text); found; found = opener.exec(text)) {
    const end = closing(text, opener.lastIndex - 1);
    branches.set(found[1] ?? '', text.slice(opener.lastIndex, end));
    opener.lastIndex = end + 1;
  }
  return branches;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && (depth -= 1) === 0) return at;
  }
  return text.length;
}
