import { A11yModule } from '@angular/cdk/a11y';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { PeopleFound } from '@relais/api-client';
import type { Permission } from '@relais/domain';
import { Commands, Formats, Language, Session } from '@relais/web/kernel';
import { CommandPalette, type PaletteEntry, type PaletteGroup } from '@relais/web/ui';
import { catchError, map, of, switchMap, timer } from 'rxjs';

const REST = 120;
const FIRST_LETTERS = 3;
const PLACES: readonly { path: string; label: string; needs: Permission; keys: string }[] = [
  { path: '/journee', label: 'shell.day', needs: 'session.use', keys: 'g j' },
  { path: '/personnes', label: 'shell.people', needs: 'beneficiary.list', keys: 'g p' },
  { path: '/boite', label: 'shell.inbox', needs: 'referral.answer', keys: 'g b' },
  { path: '/avis', label: 'shell.notices', needs: 'notice.read', keys: '' },
  { path: '/personnes/nouvelle', label: 'shell.key.person', needs: 'beneficiary.create', keys: 'n p' },
];

/** Ctrl+K: people and commands from one box. */
@Component({
  selector: 'rl-palette',
  imports: [A11yModule, CommandPalette],
  template: `
    <div class="veil" (click)="closed.emit()" (keydown.escape)="closed.emit()" role="presentation">
      <div class="box" cdkTrapFocus cdkTrapFocusAutoCapture (click)="$event.stopPropagation()" role="presentation">
        <rl-command-palette [(text)]="text" [groups]="groups()" [busy]="people.isLoading()" (chosen)="go($event)" />
      </div>
    </div>
  `,
  styles: `
    .veil {
      background: rgb(10 16 24 / 40%);
      inset: 0;
      padding: 10vh var(--space-4) 0;
      position: fixed;
      z-index: 40;
    }
    .box {
      background: var(--raised);
      border-radius: var(--radius);
      margin-inline: auto;
      max-inline-size: 40rem;
      overflow: hidden;
    }
  `,
})
export class Palette {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly commands = inject(Commands);

  readonly closed = output();
  protected readonly text = signal('');
  protected readonly people = rxResource({
    params: () => (this.text().trim().length >= FIRST_LETTERS && this.session.may('beneficiary.search') ? this.text().trim() : undefined),
    stream: ({ params: text }) =>
      timer(REST).pipe(
        switchMap(() => this.http.post<PeopleFound>('/api/beneficiary-searches', { text })),
        map(({ items }) => items.filter(({ id }) => id !== null).slice(0, 8)),
        catchError(() => of([])),
      ),
    defaultValue: [] as PeopleFound['items'],
  });
  protected readonly groups = computed<PaletteGroup[]>(() => {
    const typed = this.text().trim().toLowerCase();
    const known = [
      ...PLACES.filter(({ needs }) => this.session.may(needs)).map(({ path, label, keys }) => ({ id: `place:${path}`, label: this.language.say(label), keys })),
      ...this.commands.offered().map(({ id, label, keys }) => ({ id: `command:${id}`, label: this.language.say(label), keys: keys ?? '' })),
    ].filter(({ label }) => label.toLowerCase().includes(typed));
    const found = this.people.value().map(({ id, name, birthDate }) => ({
      id: `person:${id}`,
      label: name,
      detail: birthDate ? this.formats.date(birthDate) : '',
      icon: 'person' as const,
    }));
    return [
      { title: this.language.say('shell.people'), entries: found },
      { title: this.language.say('shell.commands'), entries: known },
    ].filter(({ entries }) => entries.length > 0);
  });

  protected go(entry: PaletteEntry): void {
    const [kind, ...rest] = entry.id.split(':');
    const target = rest.join(':');
    this.closed.emit();
    if (kind === 'person') void this.router.navigate(['/personnes', target]);
    else if (kind === 'place') void this.router.navigateByUrl(target);
    else this.commands.offered().find(({ id }) => id === target)?.run();
  }
}
