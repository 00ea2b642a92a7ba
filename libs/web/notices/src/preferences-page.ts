import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ChooseWaysRequest, NoticePreferences } from '@relais/api-client';
import { NOTICE_WAYS } from '@relais/domain';
import { Online } from '@relais/web/kernel';
import { Field, Icon, OfflineNotice, ProblemState, SaveIndicator, type SaveState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

const URL = '/api/notices/preferences';

/** How this post is told of what. Each change is kept at once; what waits for oneself and what protects people can't be silenced. */
@Component({
  selector: 'rl-preferences-page',
  imports: [Field, Icon, OfflineNotice, ProblemState, RouterLink, SaveIndicator, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('notices.preferences') }}</h1>
        <a class="button" routerLink="/avis"><rl-icon name="back" /> {{ t('notices.back') }}</a>
      </header>
      @if (!online()) {
        <rl-offline />
      }
      @if (mine.hasValue()) {
        <div class="narrow stack wide">
          <p class="muted">{{ t('notices.preferences_hint') }}</p>
          <ul class="rows">
            @for (topic of mine.value().topics; track topic.topic) {
              <li>
                @if (topic.locked) {
                  <div>
                    <p class="label">{{ t('notices.topic.' + topic.topic) }}</p>
                    <p class="hint">{{ t('notices.topic_hint.' + topic.topic) }}</p>
                    <p class="locked"><rl-icon name="lock" /> {{ t('notices.locked') }}</p>
                  </div>
                } @else {
                  <rl-field [label]="t('notices.topic.' + topic.topic)" [hint]="t('notices.topic_hint.' + topic.topic)">
                    <select #way (change)="choose(topic.topic, $any(way.value))">
                      @for (each of ways; track each) {
                        <option [value]="each" [selected]="each === topic.way">{{ t('notices.way.' + each) }}</option>
                      }
                    </select>
                  </rl-field>
                }
              </li>
            }
            <li>
              <rl-field [label]="t('notices.mail_language')">
                <select #code (change)="speak($any(code.value))">
                  <option value="fr" [selected]="mine.value().language === 'fr'">Français</option>
                  <option value="en" [selected]="mine.value().language === 'en'">English</option>
                </select>
              </rl-field>
            </li>
          </ul>
          <rl-save-indicator [state]="state()" />
          @if (problem()) {
            <rl-problem [problem]="problem()" [title]="t('ui.notDone')" (retry)="mine.reload()" />
          }
        </div>
      } @else if (mine.error()) {
        <rl-problem [problem]="mine.error()" (retry)="mine.reload()" />
      } @else {
        <rl-skeleton [rows]="6" />
      }
    </ng-container>
  `,
  styles: `
    li {
      padding-block: var(--space-3);
    }
    p {
      margin: 0;
    }
    .locked {
      align-items: center;
      display: flex;
      gap: var(--space-2);
      min-block-size: var(--control);
    }
  `,
})
export class PreferencesPage {
  private readonly http = inject(HttpClient);
  protected readonly online = inject(Online).online;
  protected readonly ways = NOTICE_WAYS;
  protected readonly mine = httpResource<NoticePreferences>(() => URL);
  protected readonly state = signal<SaveState>('idle');
  protected readonly problem = signal<unknown>(undefined);

  protected async choose(topic: string, way: (typeof NOTICE_WAYS)[number]): Promise<void> {
    const { language, ways } = this.chosen();
    await this.keep({ language, ways: { ...ways, [topic]: way } });
  }

  protected async speak(language: 'fr' | 'en'): Promise<void> {
    await this.keep({ ...this.chosen(), language });
  }

  private chosen(): ChooseWaysRequest {
    const { language, topics } = this.mine.value() ?? { language: 'fr' as const, topics: [] };
    return { language, ways: Object.fromEntries(topics.filter(({ locked }) => !locked).map(({ topic, way }) => [topic, way])) };
  }

  private async keep(request: ChooseWaysRequest): Promise<void> {
    this.state.set('saving');
    this.problem.set(undefined);
    try {
      this.mine.set(await firstValueFrom(this.http.put<NoticePreferences>(URL, request)));
      this.state.set('saved');
    } catch (error) {
      this.state.set('failed');
      this.problem.set(error);
    }
  }
}
