import { toInstant } from '../time/time';
import {
  contactOfInterview,
  INTERVIEW_MODES,
  isTwoWay,
  twoWayByDefault,
  whyNotAddendum,
  whyNotSeal,
  whyNotWrite,
  type Interview,
} from './interview';
import { actionsIn } from './actions-in-text';
import { laidBy, NOTE_TEMPLATES, templateOf, templatesLike } from './templates';
import { toCivilDate } from '../time/time';

const draft: Interview = {
  id: 'interview-1',
  authorPostId: 'post-1',
  mode: 'phone',
  status: 'draft',
  happenedAt: toInstant('2026-11-23T10:00:00+01:00'),
  twoWay: true,
};
const sealed: Interview = { ...draft, status: 'sealed' };

describe('finalising an interview', () => {
  it('is possible with a note or with an action', () => {
    expect(whyNotSeal(draft, { notes: ['She wants to become a baker.'], actions: 0 }, 'post-1')).toBeUndefined();
    expect(whyNotSeal(draft, { notes: [], actions: 1 }, 'post-1')).toBeUndefined();
  });

  it('is refused when nothing was written', () => {
    expect(whyNotSeal(draft, { notes: ['', '  \n'], actions: 0 }, 'post-1')).toEqual({ refused: 'interview.empty', pointer: '/notes' });
  });

  it('is done once, by its author', () => {
    expect(whyNotSeal(sealed, { notes: ['More'], actions: 0 }, 'post-1')).toEqual({ refused: 'interview.sealed' });
    expect(whyNotSeal(draft, { notes: ['More'], actions: 0 }, 'post-2')).toEqual({ refused: 'interview.not_author' });
  });

  it('closes the text: later changes are addenda', () => {
    expect(whyNotWrite(draft, 'post-1')).toBeUndefined();
    expect(whyNotWrite(sealed, 'post-1')).toEqual({ refused: 'interview.sealed' });
    expect(whyNotAddendum(sealed, 'He called back.', 'post-1')).toBeUndefined();
    expect(whyNotAddendum(draft, 'He called back.', 'post-1')).toEqual({ refused: 'interview.not_sealed' });
    expect(whyNotAddendum(sealed, ' ', 'post-1')).toEqual({ refused: 'interview.empty', pointer: '/body' });
    expect(whyNotAddendum(sealed, 'He called back.', 'post-2')).toEqual({ refused: 'interview.not_author' });
  });
});

describe('a two-way contact', () => {
  it('is a meeting, a call or a video unless the author says otherwise', () => {
    expect(INTERVIEW_MODES.filter(twoWayByDefault)).toEqual(['on_site', 'phone', 'video', 'outreach']);
    expect(isTwoWay({ mode: 'phone', twoWay: false })).toBe(false);
    expect(isTwoWay({ mode: 'mail', twoWay: true })).toBe(true);
  });

  it('is never what a third party tells', () => {
    expect(isTwoWay({ mode: 'third_party', twoWay: true })).toBe(false);
  });

  it('proves a first contact once the interview is finalised', () => {
    expect(contactOfInterview(sealed)).toEqual({ kind: 'interview', id: 'interview-1', at: sealed.happenedAt });
    expect(contactOfInterview(draft)).toBeUndefined();
    expect(contactOfInterview({ ...sealed, twoWay: false })).toBeUndefined();
  });
});

describe('slash templates', () => {
  it('are the first welcome, the progress review, the absence, a goal and an action, in French and English', () => {
    expect(NOTE_TEMPLATES.map(({ command }) => command)).toEqual(['/premier-accueil', '/point-etape', '/absence', '/objectif', '/action']);
    for (const { title, body } of NOTE_TEMPLATES) {
      for (const text of [title.fr, title.en, body.fr, body.en]) expect(text.trim()).not.toBe('');
    }
  });

  it('are found by their command, and offered from the first letters', () => {
    expect(templateOf('/Absence')?.title.en).toBe('Absence');
    expect(templateOf('/nothing')).toBeUndefined();
    expect(templatesLike('/p').map(({ command }) => command)).toEqual(['/premier-accueil', '/point-etape']);
    expect(templatesLike('p')).toEqual([]);
  });

  it('make no action of their empty lines', () => {
    const today = toCivilDate('2026-11-23');
    expect(NOTE_TEMPLATES.map(({ body }) => actionsIn(body.fr, today).length)).toEqual([0, 0, 1, 0, 0]);
    expect(NOTE_TEMPLATES.map(({ body }) => actionsIn(body.en, today).length)).toEqual([0, 0, 1, 0, 0]);
  });

  it('offer what is known from last time, and leave no empty promise', () => {
    const [welcome, review] = NOTE_TEMPLATES;
    if (!welcome || !review) throw new Error('no template');
    const notes = ['Vu au téléphone.', 'Freins repérés :\nPas de voiture\n\nCe qui compte pour elle : rester à Brest'];
    const last = { since: '12 novembre', goals: ['Devenir boulangère'], actions: ['Appeler le CFA', 'CV'], notes };
    expect(laidBy(welcome, 'fr', last)).toContain('Ce qui compte pour elle : rester à Brest\n\nFreins repérés : Pas de voiture\n');
    expect(laidBy(review, 'fr', last)).toContain('Depuis le dernier entretien (12 novembre) :');
    expect(laidBy(review, 'fr', last)).toContain('Actions en attente : Appeler le CFA ; CV');
    for (const template of NOTE_TEMPLATES) expect(laidBy(template, 'fr') + laidBy(template, 'en')).not.toMatch(/[{}]/);
  });
});
