import { INTERVIEW_THEMES, laidBy, type LastValues, tagOf, templatesLike } from '@relais/domain';

/** One line of the menu under the caret: what it is, and the text that takes the place of what was typed. */
export type MenuLine = { readonly key: string; readonly title: string; readonly hint: string; readonly text: string };

/** What the menu draws from. */
export type MenuSource = {
  readonly language: 'fr' | 'en';
  readonly last: LastValues | undefined;
  readonly operators: readonly string[];
  /** Words of the screens: `say('theme.housing')`. */
  readonly say: (key: string) => string;
};

/** What stands before the caret and asks for a menu: `/` on an empty line, `#` or `@` at the beginning of a word. */
export type Asked = { readonly sign: '/' | '#' | '@'; readonly typed: string; readonly from: number; readonly inAction: boolean };

const AT_MOST = 8;
const OWNERS = ['staff', 'person', 'unit'] as const;

/** What the text before the caret asks for; undefined when it asks for nothing. */
export function askedBefore(text: string): Asked | undefined {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const found = /^(\/[\p{L}-]*)$/u.exec(line) ?? /(?:^|\s)([#@][\p{L}’'-]*)$/u.exec(line);
  const typed = found?.[1];
  if (typed === undefined) return undefined;
  const sign = typed[0] as Asked['sign'];
  return { sign, typed, from: text.length - typed.length, inAction: /^\s*[-*] \[/u.test(line) };
}

/** The lines of the menu for what was asked. */
export function menuFor({ sign, typed, inAction }: Asked, source: MenuSource): readonly MenuLine[] {
  if (sign === '/') return templateLines(typed, source);
  const wanted = folded(typed.slice(1));
  const lines = sign === '#' ? themeLines(source) : [...(inAction ? ownerLines(source) : []), ...operatorLines(source)];
  return lines
    .filter(
      ({ title }) =>
        wanted === '' ||
        folded(title)
          .split(/[^a-z0-9]+/)
          .some((word) => word.startsWith(wanted)),
    )
    .slice(0, AT_MOST);
}

function templateLines(typed: string, { language, last }: MenuSource): readonly MenuLine[] {
  return templatesLike(typed).map((template) => ({
    key: template.command,
    title: template.title[language],
    hint: template.command,
    text: laidBy(template, language, last),
  }));
}

function themeLines({ language, say }: MenuSource): readonly MenuLine[] {
  return INTERVIEW_THEMES.map((theme) => {
    const tag = tagOf(theme, language);
    return { key: theme, title: say(`theme.${theme}`), hint: tag, text: `${tag} ` };
  });
}

function ownerLines({ say }: MenuSource): readonly MenuLine[] {
  return OWNERS.map((owner) => ({
    key: owner,
    title: say(`mention.${owner}`),
    hint: say(`owner.${owner}`),
    text: `@${say(`mention.${owner}`)} `,
  }));
}

function operatorLines({ operators, say }: MenuSource): readonly MenuLine[] {
  return operators.map((name) => ({ key: name, title: name, hint: say('cited'), text: `@${name} ` }));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
