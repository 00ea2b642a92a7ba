import { randomUUID } from 'node:crypto';
import type { TestApi } from '../api';
import { aNotice, aUnit, build, short } from '../builders';
import type { Professional } from '../professionals';
import type { AppointmentRow, BeneficiaryRow, InterviewRow, NoteRow } from '../rows';
import { aClock, anAppointment, anInterview, aNote, aReferral } from '../story-builders';
import { aFile, aGlass, askForLink, cardOf, datesOfClock, relate } from './relate';
import { type ReferralSteps, walkReferral } from './walk-referral';
import type { World } from './world';

const DAY = 86_400_000;
/** What one request is built from: a fresh person with every relation to them, and whatever the request is about. */
export class Scene {
  private constructor(
    readonly world: World,
    readonly api: TestApi,
    /** A fresh file, led by {@link me}. */
    readonly person: BeneficiaryRow,
    /** The opaque reference by which others find the person. */
    readonly card: string,
  ) {}

  /** A new scene in the world: with everybody of the cast in their relation to the person, or with the referent alone. */
  static async set(world: World, api: TestApi, among: 'everybody' | 'nobody'): Promise<Scene> {
    const person = await aFile(world);
    if (among === 'everybody') await relate(world, person);
    return new Scene(world, api, person, await cardOf(world, person.id));
  }

  /** The referent of the person. */
  get me(): Professional {
    return this.world.cast['the referent'];
  }

  /** The lead of the referent's unit. */
  get lead(): Professional {
    return this.world.cast['the lead of the unit'];
  }

  /** The officer who watches over personal data. */
  get officer(): Professional {
    return this.world.roles.elsewhere.data_protection_officer;
  }

  /** Who receives the referrals of the scene. */
  get receiver(): Professional {
    return this.world.cast['the receiver'];
  }

  /** A counsellor of the region whose unit has every other role too, and nothing to do with the person. */
  get outsider(): Professional {
    return this.world.roles.elsewhere.counsellor;
  }

  /** The coordinator of the region, who reads no name. */
  get coordinator(): Professional {
    return this.world.roles.elsewhere.regional_coordinator;
  }

  /** The manager of the region, who reads figures. */
  get manager(): Professional {
    return this.world.roles.elsewhere.regional_manager;
  }

  /** A counsellor of the region who has nothing to do with the person. */
  get stranger(): Professional {
    return this.world.cast['an operator that is not concerned'];
  }

  /** A counsellor that only this request knows: signing out or breaking a glass leaves traces on whoever does it. */
  passerby(): Promise<Professional> {
    return this.world.db.as.counsellor();
  }

  /** A moment some days from now. */
  inDays(days: number): string {
    return new Date(Date.now() + days * DAY).toISOString();
  }

  /** A civil date some days from now. */
  dayIn(days: number): string {
    return this.inDays(days).slice(0, 10);
  }

  /** A second person of the same referent, with the card of that person. */
  async twin(): Promise<BeneficiaryRow & { readonly card: string }> {
    const twin = await aFile(this.world);
    return { ...twin, card: await cardOf(this.world, twin.id) };
  }

  /** An interview of the person by its referent, with a note when its words are given. */
  async interview(status: 'draft' | 'sealed' = 'sealed', body?: string): Promise<InterviewRow> {
    const interview = await anInterview(this.world.db, { beneficiary_id: this.person.id, status });
    if (body) await aNote(this.world.db, { interview_id: interview.id, body });
    return interview;
  }

  /** A note of a sealed interview. */
  async note(audience = 'operator'): Promise<NoteRow> {
    const body = this.secret('Parle de sa santé');
    const interview = await this.interview('draft');
    const note = await aNote(this.world.db, { interview_id: interview.id, audience, body });
    await this.arrange(`update app.interview set status = 'sealed', sealed_at = now() where region = '53' and id = $1`, interview.id);
    return note;
  }

  /** An action of the person. */
  action(status: 'open' | 'done' = 'open'): Promise<{ readonly id: string }> {
    const done = status === 'done' ? { status, done_at: new Date() } : {};
    return build(this.world.db, 'action', {
      beneficiary_id: this.person.id,
      operator_id: this.me.actor.operatorId,
      words: this.secret('Appeler le CFA'),
      owner: 'person',
      ...done,
    });
  }

  /** An appointment with the referent, planned for a moment some days from now. */
  appointment(days: number): Promise<AppointmentRow> {
    return anAppointment(this.world.db, { beneficiary_id: this.person.id, starts_at: new Date(this.inDays(days)) });
  }

  /** A request for a link that waits for an answer. */
  async linkRequest(): Promise<{ readonly id: string }> {
    const { actor } = await this.passerby();
    return askForLink(this.world, this.person, actor);
  }

  /** A notice of the referent. */
  notice(): Promise<{ readonly id: string }> {
    return aNotice(this.world.db, { post_id: this.me.actor.postId, beneficiary_id: this.person.id });
  }

  /** A mail to the referent whose answer nobody heard. */
  message(): Promise<{ readonly id: string }> {
    const { postId, operatorId, unitId } = this.me.actor;
    const long = new Date(Date.now() - 3_600_000);
    return build(this.world.db, 'message', {
      event_id: randomUUID(),
      kind: 'due',
      recipient_id: postId,
      post_id: postId,
      operator_id: operatorId,
      unit_id: unitId,
      due_at: long,
      created_at: long,
      attempts: 1,
      status: 'sent',
      sent_at: long,
    });
  }

  /** A referral of the person from {@link me} to {@link receiver}, brought to a state by the product's own moves. */
  referral(state: keyof ReferralSteps | 'held'): Promise<{ readonly id: string; readonly version: number }> {
    if (state !== 'held') return walkReferral(this, state);
    return aReferral(this.world.db, {
      beneficiary_id: this.person.id,
      receiver_unit_id: this.receiver.actor.unitId,
      status: 'held',
      held_for: 'agreement',
    });
  }

  /** The handover that opened with an accepted redirect. */
  async handover(): Promise<{ readonly id: string }> {
    const { id } = await walkReferral(this, 'accepted', 'redirect');
    const [handover] = await this.world.db.rows<{ id: string }>('select id from app.handover where referral_id = $1', [id]);
    if (!handover) throw new Error('no handover was opened');
    return handover;
  }

  /** A file that a colleague of the referent opened in an emergency. */
  glass(): Promise<{ readonly id: string }> {
    return aGlass(this.world, this.person, this.world.cast['a colleague of the unit'].actor, Date.now() - 60_000);
  }

  /** A dated obligation that runs, or is paused. */
  clock(status: 'running' | 'paused' = 'running', kind = 'contract_after_orientation'): Promise<{ readonly id: string }> {
    return aClock(this.world.db, { beneficiary_id: this.person.id, kind, ...datesOfClock(status) });
  }

  /** Reading that looks like curiosity. */
  suspicion(): Promise<{ readonly id: string }> {
    const [{ postId }, at] = [this.me.actor, new Date()];
    const seen = { day: at, count: 1, first_at: at, last_at: at };
    return build(this.world.db, 'suspicion', { kind: 'same_name', post_id: postId, beneficiary_id: this.person.id, ...seen });
  }

  /** A goal of the person. */
  goal(status: 'open' | 'met' = 'open'): Promise<{ readonly id: string }> {
    return build(this.world.db, 'goal', {
      beneficiary_id: this.person.id,
      operator_id: this.me.actor.operatorId,
      words: this.secret('Devenir soignante'),
      status,
    });
  }

  /** The mother of the person. */
  representative(): Promise<{ readonly id: string }> {
    return build(this.world.db, 'legal_representative', {
      beneficiary_id: this.person.id,
      given_name: 'Rozenn',
      family_name: this.secret('Kervella'),
      relation: 'mother',
    });
  }

  /** A referral that waits for the coordinator of the region: a check before it leaves, or a look at a decline. */
  async coordinated(status: 'held' | 'decline_pending'): Promise<{ readonly id: string }> {
    await this.agreed();
    const declined = { claimed_by_post_id: this.receiver.actor.postId, decline_reason: 'no_place', outcome: 'no_capacity' };
    return aReferral(this.world.db, {
      beneficiary_id: this.person.id,
      receiver_unit_id: this.receiver.actor.unitId,
      status,
      ...(status === 'held' ? { held_for: 'check' } : declined),
    });
  }

  /** A team that has nothing to do with the person yet. */
  async otherTeam(): Promise<string> {
    return (await aUnit(this.world.db)).id;
  }

  /** The person agreed to being referred. */
  async agreed(): Promise<void> {
    await this.arrange(`update app.beneficiary set sharing_status = 'agreed' where region = '53' and id = $1`, this.person.id);
    await build(this.world.db, 'sharing', {
      beneficiary_id: this.person.id,
      status: 'agreed',
      how: 'said',
      recorded_at: new Date(),
      author_post_id: this.me.actor.postId,
      operator_id: this.me.actor.operatorId,
    });
  }

  /** Words that no log may show. */
  secret(words: string): string {
    const text = `${words} ${short()}`;
    this.world.secrets.add(text);
    return text;
  }

  private async arrange(sql: string, id: string): Promise<void> {
    await this.world.db.arranging('53').rows(sql, [id]);
  }
}
