import { Directive, inject, input, TemplateRef } from '@angular/core';
import type { ThreadEntry } from './weave';

/** How one entry of a thread is drawn: `<ng-template [rlThreadItem]="entries()" let-entry>`. */
@Directive({ selector: 'ng-template[rlThreadItem]' })
export class ThreadItem<T extends ThreadEntry> {
  readonly rlThreadItem = input.required<readonly T[]>();
  readonly template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);

  static ngTemplateContextGuard<T extends ThreadEntry>(_item: ThreadItem<T>, _context: unknown): _context is { $implicit: T } {
    return true;
  }
}
