import { Dialog, type DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import { inject, Service, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Confirmation, type ConfirmationAsked } from './confirmation';

/** How a dialog opens: what it is given, whether it needs room, whether a click outside or Escape leaves it, whether it hangs from the top. */
export type DialogShape<D> = { readonly data?: D; readonly wide?: boolean; readonly mustAnswer?: boolean; readonly high?: boolean };

/** Dialogs over the page: focus kept inside, given back to the opener afterwards. */
@Service()
export class Dialogs {
  private readonly dialog = inject(Dialog);

  /** Opens a component that draws itself with `<rl-dialog>`; resolves to what it closes with. */
  async open<R, D = unknown>(component: Type<unknown>, shape: DialogShape<D> = {}): Promise<R | undefined> {
    return firstValueFrom(this.show<R, D>(component, shape).closed, { defaultValue: undefined });
  }

  /** Opens and hands back the reference, for those who close it themselves. */
  show<R, D = unknown>(component: Type<unknown>, shape: DialogShape<D> = {}): DialogRef<R> {
    const config: DialogConfig<D, DialogRef<R>> = {
      ariaLabelledBy: 'rl-dialog-title',
      autoFocus: '[cdkFocusInitial], input:not([type=hidden], [tabindex="-1"]), textarea, select, button',
      backdropClass: 'rl-veil',
      disableClose: shape.mustAnswer ?? false,
      panelClass: ['rl-dialog-pane', ...(shape.wide ? ['wide'] : []), ...(shape.high ? ['high'] : [])],
      ...(shape.data === undefined ? {} : { data: shape.data }),
    };
    return this.dialog.open<R, D, unknown>(component, config as DialogConfig<D, DialogRef<R, unknown>>) as DialogRef<R>;
  }

  /** Asks before what can't be undone: sealing, withdrawing an agreement, deleting. Everything else offers an undo instead. */
  async confirm(asked: ConfirmationAsked): Promise<boolean> {
    return (await this.open<boolean, ConfirmationAsked>(Confirmation, { data: asked })) === true;
  }
}
