import { Directive, effect, inject, input, TemplateRef, ViewContainerRef } from '@angular/core';
import type { Permission } from '@relais/domain';
import { Session } from './session';

/** Shows its content only to posts that hold the right: `*canDo="'beneficiary.create'"`. */
@Directive({ selector: '[canDo]' })
export class CanDo {
  readonly canDo = input.required<Permission>();

  constructor() {
    const session = inject(Session);
    const view = inject(ViewContainerRef);
    const content = inject(TemplateRef);
    effect(() => {
      view.clear();
      if (session.may(this.canDo())) view.createEmbeddedView(content);
    });
  }
}
