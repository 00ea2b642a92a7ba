import { toInstant } from '@relais/domain';
import { generateRegion } from '../region/generate-region';
import { lightSites } from './light-sites';

describe('The sites of a crowd', () => {
  const world = generateRegion({ region: '53', seed: 'relais', now: toInstant('2026-11-24T09:40:00.000Z'), people: 60 });
  const { network } = world;
  const light = lightSites(world, 100_000, 'relais');

  it('have about a hundred files a counsellor, five counsellors a site', () => {
    expect(light.posts).toHaveLength(1000);
    expect(light.teams.map(({ posts }) => posts.length)).toEqual(Array(200).fill(5));
  });

  it('stand below units of their own operator', () => {
    const operators = new Map(network.units.map((unit) => [unit['id'], unit['operator_id']]));
    expect(light.units.filter((unit) => operators.get(unit['parent_id']) !== unit['operator_id'])).toEqual([]);
  });

  it('employ nobody whom the demo knows', () => {
    const everybody = [...network.staff, ...light.staff];
    expect(new Set(everybody.map(({ email }) => email)).size).toBe(everybody.length);
    expect(new Set([...network.posts, ...light.posts].map(({ id }) => id)).size).toBe(network.posts.length + light.posts.length);
  });

  it('are none for a demo whose people all have a story', () => {
    expect(lightSites(world, 0, 'relais').posts).toEqual([]);
  });
});
