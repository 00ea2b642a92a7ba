import { evidenceBetween, offered, weigh } from './likeness';
import { NAME_VARIANTS } from './name-variants.fixture';
import type { FiledPerson, TypedPerson } from './name-variants.types.fixture';

const BOTH = { family: true, given: true };

function offeredAmong(typed: TypedPerson, people: readonly FiledPerson[]) {
  return offered(people.map((person) => ({ person, ...weigh(evidenceBetween(typed, person), BOTH) }))).map(({ person }) => person);
}

const camille: FiledPerson = { familyName: 'Moreau', givenName: 'Camille', birthDate: '2004-11-27', phone: '0612345678' };
const likeCamille = (typed: Partial<TypedPerson>) =>
  weigh(evidenceBetween({ familyName: 'Moreau', givenName: 'Camille', ...typed }, camille), BOTH);

describe('the list of names that measures the search', () => {
  it('holds sixty variants and at least two hundred people who look alike', () => {
    expect(NAME_VARIANTS).toHaveLength(60);
    expect(NAME_VARIANTS.flatMap(({ others }) => others).length).toBeGreaterThanOrEqual(200);
  });
});

describe('who is offered as perhaps the same person', () => {
  it.each(NAME_VARIANTS)(
    '$typed.familyName $typed.givenName is first found as $filed.familyName $filed.givenName',
    ({ typed, filed, others }) => {
      const found = offeredAmong(typed, [...others.map(({ person }) => person), filed]);
      expect(found[0]).toBe(filed);
    },
  );

  it('offers a namesake born on another day to nobody', () => {
    expect(likeCamille({ birthDate: '1993-07-07' }).score).toBeLessThan(0.5);
  });

  it('never offers anyone for a shared phone alone', () => {
    expect(likeCamille({ familyName: 'Durand', givenName: 'Paul', phone: '06 12 34 56 78' }).score).toBe(0);
  });

  it('says why in codes the screens put into words', () => {
    expect(likeCamille({ birthDate: '2004-11-27' }).reasons).toEqual(['same_name', 'same_birth_date']);
    expect(likeCamille({ familyName: 'Moro', birthDate: '2004-11-21' }).reasons).toEqual([
      'same_name',
      'same_sound',
      'birth_date_one_digit',
    ]);
    expect(likeCamille({ familyName: 'Camille', givenName: 'Moraeu', phone: '0612345678' }).reasons).toEqual([
      'same_name',
      'spelling_close',
      'swapped_names',
      'same_phone',
    ]);
  });

  it('leaves out those far behind the best', () => {
    expect(offered([{ score: 0.97 }, { score: 0.7 }, { score: 0.9 }])).toEqual([{ score: 0.97 }, { score: 0.9 }]);
  });
});
