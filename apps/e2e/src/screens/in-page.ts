/** Questions asked inside the page; each is sent to the browser as it stands, so none may use anything from outside itself. */

/** Keys of words that nobody translated, or holes that nobody filled, in what is read or said. */
export function missingWords(): string[] {
  const key =
    /(?<![\w@.])(?:shell|account|agenda|audit|clocks|continuity|day|figures|interviews|meetings|notices|people|referrals|ui)(?:\.[a-z]\w*)+|\{\{|\{count/u;
  const said = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((each) =>
    ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? ''),
  );
  return [...document.body.innerText.split('\n'), ...said].filter((text) => key.test(text)).map((text) => `words missing: ${text}`);
}

/** Two words of different elements that touch on one line. */
export function crowdedWords(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let before: { text: string; rect: DOMRect; parent: Element | null } | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const words = text.trim();
    const parent = node.parentElement;
    if (words === '' || !parent || parent.closest('.visually-hidden, option, select, svg, style, script')) {
      if (words !== '') before = undefined;
      continue;
    }
    const range = document.createRange();
    const start = text.indexOf(words);
    range.setStart(node, start);
    range.setEnd(node, start + 1);
    const first = range.getBoundingClientRect();
    if (before && first.width > 0 && before.parent !== parent && Math.abs(before.rect.bottom - first.bottom) < 6) {
      const gap = first.left - before.rect.right;
      if (Math.abs(gap) < 1.5 && /[\p{L}\p{N}.!?»)]$/u.test(before.text) && /^[\p{L}\p{N}«(·:]/u.test(words)) {
        found.push(`no space: ${before.text.slice(-20)}|${words.slice(0, 20)}`);
      }
    }
    range.setStart(node, start + words.length - 1);
    range.setEnd(node, start + words.length);
    const rect = range.getBoundingClientRect();
    before = rect.width > 0 ? { text: words, rect, parent } : undefined;
  }
  return found;
}

/** What makes a page scroll sideways. */
export function wideElement(): string[] {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return [];
  const wide = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
  const last = wide.at(-1);
  return [`${over} px too wide at ${innerWidth}: ${last?.tagName.toLowerCase()}.${last?.getAttribute('class') ?? ''}`];
}

/** A dialog that is higher than the window, whose ends nobody can scroll to. */
export function dialogOutside(): string[] {
  const box = document.querySelector('.cdk-dialog-container')?.getBoundingClientRect();
  const out = box && (box.top < 0 || box.bottom > innerHeight);
  return out ? [`a dialog from ${box.top} to ${box.bottom} px, in a window of ${innerHeight}`] : [];
}

/** What is wrong with where the focus is: not shown, or under something else. `left` once it went out of the page. */
export function focusTrouble(): string | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return 'left';
  const shown = element.closest('label') ?? element;
  const name = `${element.tagName.toLowerCase()}.${element.className} ${(element.getAttribute('aria-label') ?? shown.innerText).slice(0, 30)}`;
  // A whole line or box may show it for the link or the field inside; the parts of a date are the browser's own.
  const around = [element, shown, element.parentElement, element.parentElement?.parentElement];
  const ringed = around.some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  });
  if (element.matches('input[type^=date]')) return undefined;
  if (!ringed) return `focus not shown: ${name}`;
  const box = shown.getBoundingClientRect();
  const { left, right } = box;
  // Of what is higher than the window, the part that is in it.
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [left + (right - left) * x, top + (bottom - top) * y] as const));
  const visible = points.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (shown.contains(there) || there.contains(shown));
  });
  return visible ? undefined : `focus hidden: ${name}`;
}
