/** A commune: INSEE code, name, main postcode, coordinates of its centre (degrees, WGS 84), inhabitants. */
export type Place = {
  readonly code: string;
  readonly name: string;
  readonly postcode: string;
  readonly departement: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
};

/** One line of a list of communes: code, name, postcode, latitude, longitude, inhabitants. */
export type PlaceLine = readonly [string, string, string, number, number, number];

export function placesFrom(lines: readonly PlaceLine[]): Place[] {
  return lines.map(([code, name, postcode, latitude, longitude, population]) => {
    const departement = code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2);
    return { code, name, postcode, departement, latitude, longitude, population };
  });
}

/** Kilometres as the crow flies between two points. */
export function kilometres(from: Pick<Place, 'latitude' | 'longitude'>, to: Pick<Place, 'latitude' | 'longitude'>): number {
  const rad = Math.PI / 180;
  const x = (to.longitude - from.longitude) * rad * Math.cos(((from.latitude + to.latitude) / 2) * rad);
  const y = (to.latitude - from.latitude) * rad;
  return 6371 * Math.hypot(x, y);
}
