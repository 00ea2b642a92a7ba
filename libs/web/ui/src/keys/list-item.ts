import { Directive, ElementRef, inject, signal } from '@angular/core';

/** One row of a list driven by keys; put it on the link or on the row itself. */
@Directive({ selector: '[rlListItem]', host: { '[attr.tabindex]': 'reachable() ? 0 : -1' } })
export class ListItem {
  readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly reachable = signal(false);
}
