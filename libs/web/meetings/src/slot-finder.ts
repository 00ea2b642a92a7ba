import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AvailabilityView, PartnerList, SlotList, SlotView } from '@relais/api-client';
import { plusDays, toCivilDate } from '@relais/domain';
import { Formats, Language, Session } from '@relais/web/kernel';
import { CopyButton, Field, Skeleton } from '@relais/web/ui';
import type { Reach } from './contact-note';

const DAYS = 14;
const BUFFERS = [0, 10, 15, 30] as const;

/**
 * Three moments that suit everybody: my hours and agenda, those of whoever joins (of any operator, seen as free or busy alone), a place, a
 * last day. One key takes one: 1, 2 or 3, wherever the digits are on the keyboard. They leave as the words of a message, too.
 */
@Component({
  selector: 'rl-slot-finder',
  imports: [CopyButton, Field, Skeleton, TranslocoDirective],
  templateUrl: './slot-finder.html',
  styles: `
    .choices {
      margin-block: var(--space-2);
    }
    .choices:focus-visible {
      outline-offset: 6px;
    }
    .slot {
      align-self: start;
      flex-wrap: wrap;
    }
    details {
      padding-block: var(--space-2);
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-block-size: 1.5rem;
    }
  `,
})
export class SlotFinder {
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);

  /** Whom the meeting is with: who accompanies them may join. */
  readonly beneficiaryId = input<string>();
  /** Who holds it; the reader when not said, nobody yet while it is empty: slots that change under a finger that is on its way are no help. */
  readonly hostId = input<string>();
  readonly minutes = input.required<number>();
  /** Nobody may write to the person: no message is proposed. */
  readonly unsafe = input(false);
  /** The moment that is chosen now, to show it. */
  readonly chosen = input<string | null>(null);
  readonly taken = output<SlotView>();
  /** Who joins changed: a post, or nobody in particular. */
  readonly joined = output<string | null>();

  protected readonly buffers = BUFFERS;
  protected readonly partner = signal('');
  protected readonly place = signal('');
  protected readonly buffer = signal<number>(0);
  protected readonly before = signal<string>(plusDays(this.session.today(), DAYS));

  private readonly accompanying = httpResource<PartnerList>(() => {
    const beneficiaryId = this.beneficiaryId();
    return beneficiaryId ? { url: '/api/agenda/partners', params: { beneficiaryId } } : undefined;
  });
  private readonly hours = httpResource<AvailabilityView>(() => '/api/agenda/availability');
  /** How the person may be reached, once it is read. */
  readonly reach = computed<Reach | undefined>(() => (this.accompanying.hasValue() ? this.accompanying.value() : undefined));
  protected readonly partners = computed(() =>
    (this.accompanying.hasValue() ? this.accompanying.value().items : []).map((one) => ({
      key: one.postId ? `post ${one.postId}` : `unit ${one.unitId}`,
      words: one.name
        ? `${one.name} · ${one.unitName} (${one.operatorName})`
        : this.language.say('meetings.slots.anybody', { unit: one.unitName, operator: one.operatorName }),
    })),
  );
  protected readonly places = computed(() => [
    ...new Set((this.hours.hasValue() ? this.hours.value().windows : []).map(({ place }) => place).filter(Boolean)),
  ]);
  protected readonly found = httpResource<SlotList>(() => {
    const [kind, id = ''] = this.partner().split(' ');
    const joins = kind === 'post' ? { withPostId: id } : kind === 'unit' ? { withUnitId: id } : {};
    const hostId = this.hostId();
    const asked = { minutes: this.minutes(), buffer: this.buffer(), before: this.before(), ...(this.place() && { place: this.place() }) };
    if (this.minutes() < 5 || !this.before() || hostId === '') return undefined;
    return { url: '/api/agenda/slots', params: { ...asked, ...joins, ...(hostId && { hostId }) } };
  });
  protected readonly slots = computed(() => (this.found.hasValue() ? this.found.value().items : []));
  protected readonly supposed = computed(() => this.found.hasValue() && !this.found.value().said);
  /** The words of a message that proposes them: neither the person nor the service is named, others may read it. */
  protected readonly message = computed(() => {
    const { givenName = '', familyName = '' } = this.session.account() ?? {};
    const choices = this.slots().map(({ startsAt }) => this.moment(startsAt));
    return this.language.say('meetings.slots.message', { choices: choices.join(' ; '), me: `${givenName} ${familyName}`.trim() });
  });

  protected join(key: string): void {
    this.partner.set(key);
    this.joined.emit(key.startsWith('post ') ? key.slice(5) : null);
  }

  protected later(): void {
    this.before.set(plusDays(toCivilDate(this.before()), DAYS));
  }

  /** Takes the slot of a digit; the form around hands its keys over. */
  hear(event: KeyboardEvent): void {
    const inText = event.target instanceof HTMLElement && /^(textarea|select)$/i.test(event.target.tagName);
    const inDate = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
    const slot = this.slots()[['Digit1', 'Digit2', 'Digit3'].indexOf(event.code)];
    if (!slot || inText || inDate || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.taken.emit(slot);
  }

  protected moment(startsAt: string): string {
    return this.language.say('meetings.moment', { day: this.formats.longDay(startsAt), hour: this.formats.time(startsAt) });
  }
}
