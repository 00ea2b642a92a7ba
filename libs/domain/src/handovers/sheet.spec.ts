import { toInstant } from '../time/time';
import { handoverSheet, personSheet, type SheetFacts } from './sheet';

const ahead: SheetFacts = {
  timeZone: 'Europe/Paris',
  fromName: 'Nora Petit',
  toName: 'Yann Le Bihan',
  effectiveOn: null,
  effectiveAt: null,
  warmUntil: null,
  nextMeeting: { at: toInstant('2026-12-01T09:00:00+01:00'), place: '7 rue de la Paix' },
};

describe('the sheet of a person whose referent changes', () => {
  it('says who accompanies, whom to call until when, what is passed on, what stays private, and the rights', () => {
    expect(handoverSheet(ahead).map(({ title }) => title)).toEqual([
      'Qui vous accompagne',
      'Qui appeler',
      'Ce que nous transmettons',
      'Ce qui reste privé',
      'Vos droits',
    ]);
    const words = personSheet(ahead);
    expect(words).toContain('Votre prochain rendez-vous\u00A0: le 1er décembre 2026 à 9\u00A0h, 7 rue de la Paix.');
    expect(words).toContain('Pour toute question, appelez Nora Petit jusqu’à votre premier rendez-vous avec votre nouvelle équipe.');
  });

  it('names the one day on which the call goes elsewhere, and until when the former team reads', () => {
    const halfPast = { at: toInstant('2026-12-01T14:30:00+01:00'), place: '' };
    expect(personSheet({ ...ahead, nextMeeting: halfPast })).toContain(
      'Votre prochain rendez-vous\u00A0: le 1er décembre 2026 à 14\u00A0h\u00A030.',
    );
    const dated = personSheet({ ...ahead, effectiveOn: toInstant('2026-12-14T00:00:00+01:00') });
    expect(dated).toContain('Pour toute question, appelez Nora Petit jusqu’au 14 décembre 2026.');
    const over = { effectiveAt: toInstant('2026-12-01T10:00:00+01:00'), warmUntil: toInstant('2026-12-31T10:00:00+01:00') };
    const after = personSheet({ ...ahead, ...over });
    expect(after).toContain('Pour toute question, appelez Yann Le Bihan.');
    expect(after).toContain('Nora Petit peut encore lire votre dossier jusqu’au 31 décembre 2026, puis plus du tout.');
    expect(after.join(' ')).not.toContain('Nora Petit jusqu’à');
  });

  it('lists what was really passed on, when it is known', () => {
    const told = handoverSheet({ ...ahead, told: ['Votre nom'] }).find(({ list }) => list !== undefined);
    expect(told).toEqual({
      title: 'Ce que nous transmettons',
      sentences: ['Nous transmettons à Yann Le Bihan\u00A0:'],
      list: ['Votre nom'],
    });
  });
});
