import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, RepresentativeRequest, RepresentativeView } from '@relais/api-client';
import { REPRESENTATIVE_RELATIONS, type RepresentativeRelation } from '@relais/domain';
import { Language } from '@relais/web/kernel';
import { Field, Icon, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';
import { Why } from './why';

/** The legal representatives of a minor, or the guardian of an adult: who they are, how to reach them. */
@Component({
  selector: 'rl-representatives',
  imports: [Failed, Field, Icon, TranslocoDirective, Why],
  templateUrl: './representatives.html',
})
export class Representatives {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  readonly file = input.required<BeneficiaryView>();
  readonly changed = output<BeneficiaryView>();

  protected readonly relations = REPRESENTATIVE_RELATIONS;
  protected readonly adding = signal(false);
  protected readonly relation = signal<RepresentativeRelation>('mother');
  protected readonly givenName = signal('');
  protected readonly familyName = signal('');
  protected readonly phone = signal('');
  protected readonly authority = signal(true);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);

  protected async add(): Promise<void> {
    const phone = this.phone().trim();
    const named = await this.name({
      givenName: this.givenName().trim(),
      familyName: this.familyName().trim(),
      relation: this.relation(),
      parentalAuthority: this.authority(),
      ...(phone && { phone }),
    });
    if (!named) return;
    this.adding.set(false);
    for (const text of [this.givenName, this.familyName, this.phone]) text.set('');
  }

  /** Ends today; what was said can be named again at once. */
  protected async end({ id, ...named }: RepresentativeView): Promise<void> {
    const { phone, ...rest } = named;
    const ended = await this.send(`/api/legal-representatives/${id}/end`, {});
    if (!ended) return;
    const name = `${named.givenName} ${named.familyName}`;
    this.toasts.undoable(this.language.say('people.representative.ended', { name }), () => this.name({ ...rest, ...(phone && { phone }) }));
  }

  private name(named: RepresentativeRequest): Promise<boolean> {
    return this.send(`/api/beneficiaries/${this.file().id}/legal-representatives`, named);
  }

  private async send(url: string, body: object): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.changed.emit(await firstValueFrom(this.http.post<BeneficiaryView>(url, body)));
      return true;
    } catch (error) {
      this.problem.set(error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
