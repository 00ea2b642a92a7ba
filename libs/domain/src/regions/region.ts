/** INSEE codes of the 18 French regions, each a tenant of its own. Source: INSEE, Code officiel géographique. */
export const REGION_CODES = [
  '11',
  '24',
  '27',
  '28',
  '32',
  '44',
  '52',
  '53',
  '75',
  '76',
  '84',
  '93',
  '94',
  '01',
  '02',
  '03',
  '04',
  '06',
] as const;

/** INSEE code of one region: the tenant key. */
export type RegionCode = (typeof REGION_CODES)[number];

/** A region with its name and the time zone of its working days. */
export type Region = { readonly code: RegionCode; readonly name: string; readonly timeZone: string };

/** The 18 regions. Overseas regions live in their own time zone (IANA names). */
export const REGIONS: readonly Region[] = [
  { code: '11', name: 'Île-de-France', timeZone: 'Europe/Paris' },
  { code: '24', name: 'Centre-Val de Loire', timeZone: 'Europe/Paris' },
  { code: '27', name: 'Bourgogne-Franche-Comté', timeZone: 'Europe/Paris' },
  { code: '28', name: 'Normandie', timeZone: 'Europe/Paris' },
  { code: '32', name: 'Hauts-de-France', timeZone: 'Europe/Paris' },
  { code: '44', name: 'Grand Est', timeZone: 'Europe/Paris' },
  { code: '52', name: 'Pays de la Loire', timeZone: 'Europe/Paris' },
  { code: '53', name: 'Bretagne', timeZone: 'Europe/Paris' },
  { code: '75', name: 'Nouvelle-Aquitaine', timeZone: 'Europe/Paris' },
  { code: '76', name: 'Occitanie', timeZone: 'Europe/Paris' },
  { code: '84', name: 'Auvergne-Rhône-Alpes', timeZone: 'Europe/Paris' },
  { code: '93', name: "Provence-Alpes-Côte d'Azur", timeZone: 'Europe/Paris' },
  { code: '94', name: 'Corse', timeZone: 'Europe/Paris' },
  { code: '01', name: 'Guadeloupe', timeZone: 'America/Guadeloupe' },
  { code: '02', name: 'Martinique', timeZone: 'America/Martinique' },
  { code: '03', name: 'Guyane', timeZone: 'America/Cayenne' },
  { code: '04', name: 'La Réunion', timeZone: 'Indian/Reunion' },
  { code: '06', name: 'Mayotte', timeZone: 'Indian/Mayotte' },
];

/** Whether a text is the code of a region. */
export function isRegionCode(text: string): text is RegionCode {
  return (REGION_CODES as readonly string[]).includes(text);
}

/** The region of a code. */
export function regionOf(code: RegionCode): Region {
  return REGIONS.find((region) => region.code === code) as Region;
}
