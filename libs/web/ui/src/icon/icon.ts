import { Component, computed, input } from '@angular/core';
import { type IconName, ICONS } from './icons';

/** A drawing beside a word. It says nothing by itself: a button without a word needs an `aria-label`. */
@Component({
  selector: 'rl-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      block-size: 1.25em;
      fill: none;
      inline-size: 1.25em;
      stroke: currentcolor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 1.8;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => ICONS[this.name()]);
}
