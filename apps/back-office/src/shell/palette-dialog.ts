import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, debounced, inject, linkedSignal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import type { PersonCard } from '@relais/api-client';
import { Commands, Formats, Language, PeopleSearch, Session } from '@relais/web/kernel';
import { CommandPalette, ICON_NAMES, type IconName, type PaletteEntry, type PaletteGroup } from '@relais/web/ui';

const SHORTEST = 3;
const SHOWN = 8;

/** People and commands, one key away. */
@Component({
  selector: 'relais-palette-dialog',
  imports: [CommandPalette],
  template: `
    <h2 id="rl-dialog-title" class="visually-hidden">{{ language.say('ui.palette.label') }}</h2>
    <rl-command-palette
      [(text)]="text"
      [groups]="groups()"
      [busy]="people.isLoading()"
      [note]="search.paused() ? language.say('ui.search_paused') : undefined"
      (chosen)="take($event)"
    />
  `,
})
export class PaletteDialog {
  private readonly commands = inject(Commands);
  private readonly formats = inject(Formats);
  private readonly ref = inject(DialogRef);
  private readonly router = inject(Router);
  protected readonly search = inject(PeopleSearch);
  private readonly session = inject(Session);
  protected readonly language = inject(Language);

  protected readonly text = signal('');
  private readonly asked = debounced(this.text, 120);
  protected readonly people = rxResource({
    params: () => {
      const text = (this.asked.value() ?? '').trim();
      return text.length >= SHORTEST && this.session.may('beneficiary.search') ? text : undefined;
    },
    stream: ({ params }) => this.search.byText(params),
  });
  /** The previous results stay while the next are on their way. */
  private readonly cards = linkedSignal<readonly PersonCard[] | undefined, readonly PersonCard[]>({
    source: () => (this.people.hasValue() ? this.people.value().items.slice(0, SHOWN) : undefined),
    computation: (items, before) => (this.text().trim().length < SHORTEST ? [] : (items ?? before?.value ?? [])),
  });

  protected readonly groups = computed((): readonly PaletteGroup[] => {
    const wanted = plain(this.text());
    const commands = this.commands
      .offered()
      .map((command): PaletteEntry => ({
        id: command.id,
        label: this.language.say(command.label),
        icon: iconOf(command.icon),
        ...(command.keys ? { keys: command.keys.toUpperCase() } : {}),
      }))
      .filter((entry) => plain(entry.label).includes(wanted));
    const people = this.cards().map((card, index): PaletteEntry => ({
      id: `person-${index}`,
      label: card.name,
      detail: card.id
        ? [card.birthDate ? this.formats.date(card.birthDate) : '', card.fileNumber ?? ''].filter(Boolean).join(' · ')
        : this.language.say('shell.palette.masked'),
      icon: card.id ? 'person' : 'lock',
    }));
    return [
      { title: this.language.say('shell.palette.people'), entries: people },
      { title: this.language.say('shell.palette.commands'), entries: commands },
    ];
  });

  protected take(entry: PaletteEntry): void {
    this.ref.close();
    const command = this.commands.offered().find((each) => each.id === entry.id);
    if (command) return command.run();
    const card = this.cards().find((_each, index) => `person-${index}` === entry.id);
    if (card?.id) void this.router.navigate(['/personnes', card.id]);
    else void this.router.navigate(['/personnes'], { state: { text: this.text() } });
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

function iconOf(name: string | undefined): IconName {
  return ICON_NAMES.find((known) => known === name) ?? 'arrow';
}
