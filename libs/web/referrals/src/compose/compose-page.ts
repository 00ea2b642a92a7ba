import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, input, linkedSignal, type OnInit, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, ReferralView } from '@relais/api-client';
import { INTERVIEW_THEMES, type SharingWay } from '@relais/domain';
import { Language, Refusals, Sending, Shortcuts } from '@relais/web/kernel';
import { Field, Icon, ProblemState, SaveIndicator, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { NotesToTick } from '../moves/notes-to-tick';
import { PacketSheet } from '../thread/packet-sheet';
import { ConsentBlock, type Said } from './consent-block';
import { DestinationPicker } from './destination-picker';
import { NextChoices } from './next-choices';
import { ReferralWriting } from './referral-writing';

/** The right place that can really take this person, with exactly what will be shared on screen before it leaves. */
@Component({
  selector: 'rl-compose-page',
  imports: [
    ConsentBlock,
    DestinationPicker,
    Field,
    Icon,
    NextChoices,
    NotesToTick,
    PacketSheet,
    ProblemState,
    RouterLink,
    SaveIndicator,
    TranslocoDirective,
  ],
  providers: [ReferralWriting],
  templateUrl: './compose-page.html',
  styleUrl: './compose-page.css',
})
export class ComposePage implements OnInit {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly refusals = inject(Refusals);
  protected readonly writing = inject(ReferralWriting);

  readonly personId = input.required<string>();
  /** A draft to go on with, the referral that this one follows, a destination, a need and a theme already known. */
  readonly brouillon = input<string>();
  readonly suite = input<string>();
  readonly vers = input<string>();
  readonly besoin = input<string>();
  readonly sujet = input<string>();

  protected readonly themes = INTERVIEW_THEMES;
  protected readonly kinds = ['add', 'redirect', 'assess', 'self'] as const;
  protected readonly person = httpResource<BeneficiaryView>(() => `/api/beneficiaries/${this.personId()}`);
  protected readonly before = httpResource<ReferralView>(() => (this.suite() ? `/api/referrals/${this.suite()}` : undefined));
  /** What was already recorded on the file is not asked again. */
  protected readonly said = linkedSignal<Said>(() => {
    const sharing = this.person.hasValue() ? this.person.value().sharing : undefined;
    return sharing?.recordedAt || sharing?.status === 'opposed' ? sharing.status : '';
  });
  protected readonly how = signal<SharingWay>('said');
  protected readonly sending = new Sending();
  protected readonly receiverName = computed(
    () => this.writing.draft()?.receiver.operatorName ?? this.language.say('referrals.this_place'),
  );
  protected readonly mayLeave = computed(() => this.writing.ready() && (this.said() === 'informed' || this.said() === 'agreed'));

  constructor() {
    inject(Shortcuts).during(inject(DestroyRef), [{ keys: 'ctrl+enter', label: 'referrals.key.send', run: () => void this.send() }]);
  }

  ngOnInit(): void {
    void this.writing.begin({
      personId: this.personId(),
      draftId: this.brouillon(),
      parentId: this.suite(),
      unitId: this.vers(),
      need: this.besoin(),
      theme: this.sujet(),
    });
  }

  /** Sends the pack that is on the screen, never another: its hash goes along. */
  protected async send(): Promise<void> {
    if (!this.mayLeave()) return;
    await this.sending.run(async () => {
      await this.writing.keep();
      const [draft, packet] = [this.writing.draft(), this.writing.preview()];
      if (!draft || !packet || this.writing.state() !== 'saved') return;
      const body = { hash: packet.hash, version: draft.version, agreement: { status: this.said(), how: this.how() } };
      const sent = await firstValueFrom(this.http.post<ReferralView>(`/api/referrals/${draft.id}/send`, body));
      await this.writing.forget();
      const held = sent.status === 'held' ? 'referrals.held_toast' : 'referrals.sent_toast';
      this.toasts.say(this.language.say(held, { name: sent.receiver.operatorName }));
      await this.router.navigate(['/orientations', sent.id]);
    });
  }
}
