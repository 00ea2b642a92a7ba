import { isCivilDate } from '@relais/domain';

/** A person of the region, as the file writes them or as somebody types them. */
export type Sample = { readonly familyName: string; readonly givenName: string; readonly birthDate: string };

/** What a hurried colleague types: no accents, and one error that changes from person to person. */
export function mistyped(person: Sample, at: number): Sample {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
  const [familyName, givenName] = [plain(person.familyName), plain(person.givenName)];
  const middle = Math.floor(familyName.length / 2);
  const errors: readonly Sample[] = [
    { ...person, familyName: exchanged(familyName, middle), givenName },
    { ...person, familyName: familyName.slice(0, middle) + familyName.slice(middle + 1), givenName },
    { ...person, familyName, givenName: givenName.replace('ph', 'f').replace('th', 't').replace('y', 'i') },
    { ...person, familyName: givenName, givenName: familyName },
    {
      familyName,
      givenName,
      birthDate: person.birthDate.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)).replace(/-00$/, '-01'),
    },
    { ...person, familyName: familyName.replaceAll(/[ -]/g, ''), givenName },
  ];
  const typed = errors[at % errors.length] ?? person;
  return !isCivilDate(typed.birthDate) ? { ...typed, birthDate: person.birthDate } : typed;
}

function exchanged(name: string, at: number): string {
  return name.slice(0, at - 1) + (name[at] ?? '') + (name[at - 1] ?? '') + name.slice(at + 1);
}
