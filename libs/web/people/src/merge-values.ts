import type { BeneficiaryView } from '@relais/api-client';
import { MERGE_FIELDS, type MergeField } from '@relais/domain';
import type { Formats } from '@relais/web/kernel';

/** One field of two files: what each says, and whether there is something to choose. */
export type MergeLine = { readonly field: MergeField; readonly kept: string; readonly gone: string; readonly choice: boolean };

/** What two files say, field by field; words of codes come from `say`. */
export function mergeLines(
  kept: BeneficiaryView,
  gone: BeneficiaryView,
  formats: Pick<Formats, 'date'>,
  say: (key: string) => string,
): readonly MergeLine[] {
  const [left, right] = [kept, gone].map((file) => valuesOf(file, formats, say));
  return MERGE_FIELDS.map((field) => {
    const [one, other] = [left?.[field] ?? '', right?.[field] ?? ''];
    return { field, kept: one, gone: other, choice: one !== '' && other !== '' && one !== other };
  }).filter(({ kept: one, gone: other }) => one !== '' || other !== '');
}

function valuesOf(file: BeneficiaryView, formats: Pick<Formats, 'date'>, say: (key: string) => string): Record<MergeField, string> {
  return {
    familyName: file.familyName,
    givenName: file.givenName,
    birthName: file.birthName ?? '',
    nameOfUse: file.nameOfUse ?? '',
    pronoun: file.pronoun ?? '',
    birthDate: formats.date(file.birthDate),
    phone: file.phone ?? '',
    email: file.email ?? '',
    address: [file.street, file.communeName].filter(Boolean).join(', '),
    contactPreference: say(`people.preference.${file.contactPreference}`),
  };
}
