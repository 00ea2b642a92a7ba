import { toInstant } from '@relais/domain';
import { idAt } from '../ids';
import { Dice } from '../random';
import { employ, type Network } from '../region/build-operators';
import type { DemoWorld } from '../region/generate-region';

const OPENED = toInstant('2025-01-06T08:00:00.000Z');

/** About how many files a counsellor has, and how many counsellors work at a site. Source: domain.md §8. */
const FILES_OF_POST = 100;
const POSTS_OF_SITE = 5;

/** The sites where a crowd of so many people is accompanied, beside those of the demo; nobody there has an account. */
export function lightSites({ region, network }: DemoWorld, people: number, seed: string): Network {
  const dice = new Dice(`${seed} ${region} sites`);
  const models = network.teams.filter(({ posts }) => posts.length > 0);
  const perOperator = (operatorId: string): number => models.filter((model) => model.operatorId === operatorId).length;
  const addresses = new Set(network.staff.map(({ email }) => email));
  const light: Network = { ...network, operators: [], units: [], staff: [], posts: [], teams: [] };
  for (let number = 1; number * POSTS_OF_SITE * FILES_OF_POST <= people; number++) {
    const model = dice.weighted(models, ({ plan, operatorId }) => plan.weight / perOperator(operatorId));
    const { operatorId, plan } = model;
    const row = network.units.find(({ id }) => id === model.unitId);
    const [unitId, name] = [idAt(OPENED, dice), `${model.name}, antenne ${number}`];
    light.units.push({ ...row, id: unitId, name, parent_id: row?.['parent_id'] ?? model.unitId });
    const posts = Array.from({ length: POSTS_OF_SITE }, () =>
      employ(light, region, plan, unitId, operatorId, 'counsellor', undefined, addresses, dice),
    );
    light.posts.push(...posts);
    light.teams.push({ ...model, unitId, name, posts });
  }
  return light;
}
