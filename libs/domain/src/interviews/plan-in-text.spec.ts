import fc from 'fast-check';
import { toCivilDate } from '../time/time';
import { ACTION_OWNERS } from './action-plan';
import { actionsIn } from './actions-in-text';
import { INTERVIEW_THEMES } from './interview';
import { goalsIn, lineOfAction, lineOfGoal, planIn, withLine } from './plan-in-text';

const monday = toCivilDate('2026-11-23');

describe('goals written in a note', () => {
  it("are the lines that begin with « objectif : », in the person's words, with their theme when one is tagged", () => {
    const text =
      "Elle hésite.\nObjectif : devenir boulangère #formation\n- objectif: un logement à moi\nGoal: pass the driving test\nL'objectif : non";
    expect(goalsIn(text)).toEqual([
      { words: 'devenir boulangère', theme: 'training', line: 1 },
      { words: 'un logement à moi', theme: null, line: 2 },
      { words: 'pass the driving test', theme: null, line: 3 },
    ]);
  });

  it('are not made of empty lines, nor of the headings of templates', () => {
    expect(goalsIn('Objectif : \nGoal:\nObjectif confirmé ou revu : tenir')).toEqual([]);
  });

  it('take the actions written right below as their steps', () => {
    const text = 'Objectif : boulangère\n- [ ] appeler le CFA\n- [ ] CV @personne\n\n- [ ] autre chose\nObjectif : permis\n- [ ] code';
    const { goals, actions } = planIn(text, monday);
    expect(actions.map(({ words, goal }) => [words, goal === null ? null : goals[goal]?.words])).toEqual([
      ['appeler le CFA', 'boulangère'],
      ['CV', 'boulangère'],
      ['autre chose', null],
      ['code', 'permis'],
    ]);
  });
});

describe('an action corrected beside the text', () => {
  it('is written back as a line that reads as the same action', () => {
    const words = fc
      .stringMatching(/^[a-zé]{1,12}( [a-zé]{1,12}){0,3}$/)
      .filter((said) => !/\b(avant|pour|le|by|before|on|due|demain|today)\b/.test(said));
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...ACTION_OWNERS),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('fr', 'en'),
        (said, owner, dated, done, language) => {
          const action = { words: said, owner, dueOn: dated ? toCivilDate('2027-01-31') : null, done };
          expect(actionsIn(lineOfAction(action, language), monday)).toMatchObject([action]);
        },
      ),
    );
  });

  it('goes for goals as well, with every theme in both languages', () => {
    for (const theme of [...INTERVIEW_THEMES, null])
      for (const language of ['fr', 'en'] as const)
        expect(goalsIn(lineOfGoal({ words: 'un toit', theme }, language))).toEqual([{ words: 'un toit', theme, line: 0 }]);
  });

  it('replaces its own line and no other, or takes it out', () => {
    expect(withLine('un\ndeux\ntrois', 1, 'DEUX')).toBe('un\nDEUX\ntrois');
    expect(withLine('un\ndeux\ntrois', 1, null)).toBe('un\ntrois');
  });
});
