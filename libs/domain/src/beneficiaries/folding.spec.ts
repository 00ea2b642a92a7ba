import { closeness, closenessOfBeginning } from './closeness';
import { daitchMokotoff } from './daitch-mokotoff';
import { folded, nameForms } from './folding';
import { soundOf } from './sounds';

const words = (part: string) => nameForms(part).map(({ word }) => word);

describe('names as the search compares them', () => {
  it.each([
    ['Lefèvre', 'lefevre'],
    ['Bœuf', 'boeuf'],
    ["N'Diaye", 'ndiaye'],
    ["L'Hostis", 'l hostis'],
    ['Guivarc’h', 'guivarch'],
    ['Jean-Baptiste', 'jean baptiste'],
    ['Łukasz Øster', 'lukasz oster'],
  ])('%s is compared as %s', (written, plain) => expect(folded(written)).toBe(plain));

  it('keeps particles out of the words but in the joined name', () => {
    expect(words('Le Gall')).toEqual(['gall', 'legall']);
    expect(words('de La Villemarqué')).toEqual(['villemarque', 'delavillemarque']);
    expect(words("d'Almeida")).toEqual(['almeida', 'dalmeida']);
    expect(words('Le')).toEqual(['le']);
    expect(words('123')).toEqual([]);
  });

  it.each([
    ['renault', 'reno'],
    ['gauthier', 'gotier'],
    ['guyomarch', 'guiomar'],
    ['mamadou', 'mamadu'],
    ['kowalczyk', 'kovalchik'],
    ['houcine', 'hussein'],
    ['caradec', 'karadeg'],
  ])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)));

  it.each([
    ['moskowitz', ['645740']],
    ['auerbach', ['097400', '097500']],
    ['peters', ['734000', '739400']],
    ['jackson', ['145460', '154600', '445460', '454600']],
  ])('the Daitch–Mokotoff codes of %s', (name, codes) => expect(daitchMokotoff(name)).toEqual(codes));

  it('knows exchanged, missing and wrong letters from other names', () => {
    expect(closeness('moraeu', 'moreau')).toBe(0.9);
    expect(closeness('charpentie', 'charpentier')).toBeGreaterThan(0.85);
    expect(closeness('moreau', 'perrin')).toBeLessThan(0.6);
    expect(closenessOfBeginning('rous', 'rousseau')).toBe(0.875);
  });
});
