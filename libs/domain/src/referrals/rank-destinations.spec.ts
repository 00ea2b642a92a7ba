import { type DestinationFacts, isOutOfAge, rankDestinations } from './rank-destinations';

const aTeam = (name: string, facts: Partial<DestinationFacts> = {}): DestinationFacts & { name: string } => ({
  name,
  summary: '',
  km: 10,
  usualDays: null,
  places: null,
  staffed: true,
  answered: null,
  accepted: null,
  declinedAt: null,
  outOfAge: false,
  open: false,
  ...facts,
});

const order = (teams: readonly (DestinationFacts & { name: string })[], need = 'Trouver une formation d’aide-soignante'): string[] =>
  rankDestinations(teams, need, 'training').map(({ name }) => name);

describe('destinations by usefulness', () => {
  it('put the one that offers what is needed before the nearest', () => {
    expect(order([aTeam('near', { km: 1 }), aTeam('fit', { km: 20, summary: 'Formations qualifiantes' })])).toEqual(['fit', 'near']);
  });

  it('put the nearer and the faster first when both offer the same', () => {
    const summary = 'Formation continue';
    const teams = [aTeam('far', { summary, km: 40 }), aTeam('slow', { summary, usualDays: 9 }), aTeam('near', { summary, usualDays: 2 })];
    expect(order(teams)).toEqual(['near', 'slow', 'far']);
  });

  it('believe what a team really accepts', () => {
    const summary = 'Formation';
    expect(
      order([
        aTeam('declines', { summary, answered: 20, accepted: 2, km: 1 }),
        aTeam('accepts', { summary, answered: 20, accepted: 19, km: 12 }),
      ]),
    ).toEqual(['accepts', 'declines']);
  });

  it('put last who declined this person, has nobody, or already holds the request', () => {
    const summary = 'Formation';
    const teams = [
      aTeam('open', { summary, open: true }),
      aTeam('nobody', { summary, staffed: false }),
      aTeam('declined', { summary, declinedAt: '2026-11-02T09:00:00.000Z' }),
      aTeam('other'),
    ];
    expect(order(teams)[0]).toBe('other');
    expect(order(teams).at(-1)).toBe('open');
  });

  it('put who receives other ages behind everybody who could take the person', () => {
    const teams = [aTeam('youth', { summary: 'Formation', km: 1, accepted: 9, answered: 9, outOfAge: true }), aTeam('far', { km: 60 })];
    expect(order(teams)).toEqual(['far', 'youth']);
  });

  it('say which words of the need the offer speaks of, accents and endings apart', () => {
    const [first] = rankDestinations([aTeam('one', { summary: 'FORMATIONS, bilan' })], 'Une formation près de chez elle', 'training');
    expect(first?.words).toEqual(['formation']);
  });
});

describe('the ages that a team receives', () => {
  it.each([
    [15, true],
    [16, false],
    [25, false],
    [26, true],
  ])('are the whole years from 16 to 25: at %i one is out of them: %s', (age, out) => {
    expect(isOutOfAge({ ageFrom: 16, ageTo: 25 }, age)).toBe(out);
  });

  it('say nothing of whom no age is known, nor where the team says nothing', () => {
    expect(isOutOfAge({ ageFrom: 16, ageTo: 25 }, null)).toBe(false);
    expect(isOutOfAge({ ageFrom: null, ageTo: null }, 57)).toBe(false);
    expect(isOutOfAge({ ageFrom: 26, ageTo: null }, 25)).toBe(true);
    expect(isOutOfAge({ ageFrom: null, ageTo: 25 }, 26)).toBe(true);
  });
});
