import fc from 'fast-check';
import { toCivilDate } from '../time/time';
import { actionsIn, themesIn } from './actions-in-text';

const monday = toCivilDate('2026-11-23');
const due = (line: string, today = monday): string | null | undefined => actionsIn(line, today)[0]?.dueOn;

describe('actions written in a note', () => {
  it('are the lines that begin with a box, with their owner and their date', () => {
    const text =
      'She wants to be a baker.\n- [ ] appeler le CFA @moi 12/12\n- [ ] envoyer son CV @personne (avant le 2026-12-01)\nBye\n* [x] fiche métier remise';
    expect(actionsIn(text, monday)).toEqual([
      { words: 'appeler le CFA', owner: 'staff', dueOn: '2026-12-12', done: false, line: 1 },
      { words: 'envoyer son CV', owner: 'person', dueOn: '2026-12-01', done: false, line: 2 },
      { words: 'fiche métier remise', owner: 'staff', dueOn: null, done: true, line: 4 },
    ]);
  });

  it('belong to the person, the staff or the team, in French and English, wherever the mention stands', () => {
    const owner = (line: string): string | undefined => actionsIn(line, monday)[0]?.owner;
    expect(['@me', '@moi', '@person', '@Personne', '@unit', '@structure', '@équipe'].map((who) => owner(`- [ ] ${who} call`))).toEqual([
      'staff',
      'staff',
      'person',
      'person',
      'unit',
      'unit',
      'unit',
    ]);
    expect(owner('- [ ] write to cio@personne.fr')).toBe('staff');
    expect(actionsIn('- [ ] ask @Yann for help', monday)[0]).toMatchObject({ words: 'ask @Yann for help', owner: 'staff' });
  });

  it('take the next day of a short date, in the next year when it has passed', () => {
    expect(due('- [ ] call 23/11')).toBe('2026-11-23');
    expect(due('- [ ] call 22/11')).toBe('2027-11-22');
    expect(due('- [ ] call 5/1')).toBe('2027-01-05');
    expect(due('- [ ] call 05/01/27')).toBe('2027-01-05');
    expect(due('- [ ] call 29/2', toCivilDate('2027-06-01'))).toBe('2028-02-29');
  });

  it('understand the days of the week in both languages, the next one to come', () => {
    expect(due('- [ ] rappeler vendredi')).toBe('2026-11-27');
    expect(due('- [ ] call back by Friday.')).toBe('2026-11-27');
    expect(due('- [ ] rappeler lundi')).toBe('2026-11-30');
    expect(due('- [ ] rappeler d’ici demain')).toBe('2026-11-24');
    expect(due("- [ ] rappeler aujourd'hui")).toBe('2026-11-23');
    expect(actionsIn('- [ ] rappeler avant vendredi @personne', monday)[0]).toMatchObject({ words: 'rappeler', owner: 'person' });
  });

  it('keep in the words a date that does not exist', () => {
    expect(actionsIn('- [ ] call 31/02', monday)[0]).toMatchObject({ words: 'call 31/02', dueOn: null });
    expect(actionsIn('- [ ] call 2026-13-01', monday)[0]).toMatchObject({ dueOn: null });
  });

  it('are not made of empty boxes', () => {
    expect(actionsIn('- [ ]\n- [ ]  @moi\n-[ ] no\n[ ] no', monday)).toEqual([]);
  });

  it('read any text without failing and never make up words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const action of actionsIn(`- [ ] ${text}`, monday)) {
          for (const word of action.words.split(' ')) expect(text.replaceAll('’', "'")).toContain(word);
        }
      }),
    );
  });
});

describe('themes mentioned in a note', () => {
  it('are known in French and English, with or without accents, each once', () => {
    expect(themesIn('#Formation et #mobilité, puis #training et #santé')).toEqual(['training', 'mobility', 'health']);
  });

  it('are no others than those of the list', () => {
    expect(themesIn('#baker #constructor prix#logement')).toEqual([]);
  });
});
