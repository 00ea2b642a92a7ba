import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ColleagueList, PlacesView } from '@relais/api-client';
import { AgoPipe, CanDo, Language, Refusals } from '@relais/web/kernel';
import { Field, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Whether we can take somebody, who would be the least loaded, and how many places the team announces; its lead keeps that number. */
@Component({
  selector: 'rl-desk-capacity',
  imports: [AgoPipe, CanDo, Field, ProblemState, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (load(); as one) {
        <p class="small">
          <strong>{{ t('referrals.capacity') }}</strong>
          {{ t('referrals.capacity_team', { count: one.people }) }}, {{ t('referrals.capacity_files', { count: one.average }) }}
          {{ t('referrals.lightest', { name: one.lightest, count: one.files }) }}
        </p>
      }
      @if (team.hasValue()) {
        @let told = team.value();
        <p class="small cluster">
          <strong>{{ t('referrals.places.label') }}</strong>
          @if (told.places !== null && told.placesAt) {
            <span>{{ t('referrals.places.left', { count: told.places }) }}</span>
            <span class="muted">{{ t('referrals.places.updated', { ago: (told.placesAt | rlAgo) }) }}</span>
          } @else {
            <span class="muted">{{ t('referrals.places.none') }}</span>
          }
          <button
            *canDo="'places.tell'"
            type="button"
            class="small quiet"
            [attr.aria-expanded]="editing()"
            (click)="editing.set(!editing())"
          >
            {{ t('referrals.places.edit') }}
          </button>
        </p>
        @if (editing()) {
          <form class="stack tight" (submit)="$event.preventDefault(); tell(number.value)">
            <rl-field [label]="t('referrals.places.how_many')" [hint]="t('referrals.places.hint')" pointer="/places" [problem]="problem()">
              <input #number type="number" min="0" max="999" [value]="told.places ?? ''" />
            </rl-field>
            @if (problem()) {
              <rl-problem [problem]="problem()" [sentence]="refusals.sentence(problem())" [retriable]="false" />
            }
            <div>
              <button class="small primary">{{ t('referrals.places.save') }}</button>
            </div>
          </form>
        }
      }
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class DeskCapacity {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly refusals = inject(Refusals);
  readonly unitId = input.required<string>();
  protected readonly editing = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly team = httpResource<ColleagueList>(() => `/api/units/${this.unitId()}/posts`);
  protected readonly load = computed(() => {
    const team = (this.team.hasValue() ? this.team.value().items : []).toSorted((left, right) => left.files - right.files);
    const [lightest] = team;
    if (!lightest) return undefined;
    const files = team.reduce((sum, one) => sum + one.files, 0);
    return {
      people: team.length,
      average: Math.round(files / team.length),
      lightest: `${lightest.givenName} ${lightest.familyName}`,
      files: lightest.files,
    };
  });

  protected async tell(typed: string): Promise<void> {
    this.problem.set(undefined);
    try {
      const places = typed.trim() === '' ? null : Number(typed);
      await firstValueFrom(this.http.post<PlacesView>(`/api/units/${this.unitId()}/places`, { places }));
      this.editing.set(false);
      this.toasts.say(this.language.say('referrals.places.saved'));
      this.team.reload();
    } catch (problem) {
      this.problem.set(problem);
    }
  }
}
