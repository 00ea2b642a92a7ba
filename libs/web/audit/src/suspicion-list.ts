import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SuspicionLine, SuspicionPage } from '@relais/api-client';
import { SUSPICION_ENDS } from '@relais/domain';
import { DayPipe, Language, MomentPipe } from '@relais/web/kernel';
import { Dialogs, EmptyState, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { VerdictDialog, type VerdictAsked } from './verdict-dialog';

/** Reading that looks like curiosity: always with its reason, settled with words once the officer asked. */
@Component({
  selector: 'rl-suspicion-list',
  imports: [DayPipe, EmptyState, MomentPipe, ProblemState, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="muted lead">{{ t('audit.suspicion.lead') }}</p>
      <p class="cluster">
        @for (each of boxes; track each) {
          <button type="button" class="chip" [attr.aria-pressed]="box() === each" (click)="box.set(each)">{{ t('audit.' + each) }}</button>
        }
      </p>
      @if (suspicions.hasValue()) {
        <ul class="rows">
          @for (line of suspicions.value().items; track line.id) {
            <li class="row apart">
              <div class="grow stack tight">
                <p>
                  <strong>{{ line.readerName }}</strong>&ngsp;<span class="muted">{{ line.unitName }} · {{ line.operatorName }}</span>
                </p>
                <p>{{ sentence(line) }}</p>
                <p class="small muted">{{ line.firstAt | rlMoment }}</p>
                @if (line.endedAs) {
                  <p class="small">
                    <span class="badge" [class.danger]="line.endedAs === 'confirmed'">{{ t('audit.suspicion.' + line.endedAs) }}</span>
                    {{ t('ui.said_of', { of: (line.settledAt | rlDay), what: line.note }) }}
                  </p>
                }
              </div>
              @if (!line.endedAs) {
                <button type="button" (click)="settle(line)">{{ t('audit.suspicion.settle') }}</button>
              }
            </li>
          } @empty {
            <li><rl-empty [title]="t(box() === 'waiting' ? 'audit.suspicion.none' : 'audit.suspicion.none_done')" /></li>
          }
        </ul>
      } @else if (suspicions.error()) {
        <rl-problem [problem]="suspicions.error()" (retry)="suspicions.reload()" />
      } @else {
        <rl-skeleton [rows]="5" />
      }
    </ng-container>
  `,
  styleUrl: './lists.css',
})
export class SuspicionList {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly boxes = ['waiting', 'done'] as const;
  protected readonly box = signal<'waiting' | 'done'>('waiting');
  protected readonly suspicions = httpResource<SuspicionPage>(() => `/api/suspicions?box=${this.box()}`);

  protected sentence({ kind, count, fileNumber }: SuspicionLine): string {
    return this.language.say(`audit.suspicion.kind.${kind}`, { count, number: fileNumber ?? '' });
  }

  protected async settle(line: SuspicionLine): Promise<void> {
    const asked: VerdictAsked = {
      kind: 'suspicion',
      about: `${line.readerName}, ${line.unitName}. ${this.sentence(line)}`,
      verdicts: SUSPICION_ENDS,
      send: async (endedAs, note) => void (await firstValueFrom(this.http.post(`/api/suspicions/${line.id}/settle`, { endedAs, note }))),
    };
    if (!(await this.dialogs.open<boolean, VerdictAsked>(VerdictDialog, { data: asked }))) return;
    this.toasts.say(this.language.say('audit.recorded'));
    this.suspicions.reload();
  }
}
