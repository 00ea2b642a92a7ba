import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GlassLine, GlassPage } from '@relais/api-client';
import { GLASS_VERDICTS } from '@relais/domain';
import { AgoPipe, DayPipe, Language, MomentPipe } from '@relais/web/kernel';
import { Dialogs, EmptyState, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { VerdictDialog, type VerdictAsked } from './verdict-dialog';

/** Files opened in an emergency: who, when, why, and until when somebody must look. */
@Component({
  selector: 'rl-glass-list',
  imports: [AgoPipe, DayPipe, EmptyState, MomentPipe, ProblemState, Skeleton, TranslocoDirective],
  templateUrl: './glass-list.html',
  styleUrl: './lists.css',
})
export class GlassList {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly box = signal<'waiting' | 'done'>('waiting');
  protected readonly glasses = httpResource<GlassPage>(() => `/api/glasses?box=${this.box()}`);

  protected async review(line: GlassLine): Promise<void> {
    const asked: VerdictAsked = {
      kind: 'glass',
      about: `${line.openedBy}, ${line.unitName} : « ${line.reason} »`,
      verdicts: GLASS_VERDICTS,
      send: async (verdict, note) => void (await firstValueFrom(this.http.post(`/api/glasses/${line.id}/review`, { verdict, note }))),
    };
    if (!(await this.dialogs.open<boolean, VerdictAsked>(VerdictDialog, { data: asked }))) return;
    this.toasts.say(this.language.say('audit.recorded'));
    this.glasses.reload();
  }
}
