import type { Scene } from './scene';

/** One state of a screen: how to bring it about, and wait until it stands. */
export type State = { readonly name: string; readonly show: (scene: Scene) => Promise<void> };

/** A screen, who looks at it (the beginning of an e-mail or a role of the region 53; nobody when absent), and its states. */
export type Screen = { readonly name: string; readonly as?: string; readonly states: readonly State[] };

/** Where a screen is, what it reads, and what shows that it is complete. */
export type Reading = {
  readonly path: string | ((scene: Scene) => Promise<string>);
  readonly reads: RegExp;
  readonly ready: string;
  readonly empty?: (scene: Scene) => Promise<void>;
};

const ALERT = '[role=alert]:not(:empty)';

/** Filled, refused, unavailable, without network and waiting: what every screen that reads something must stand. */
export function reading({ path, reads, ready, empty }: Reading): State[] {
  const open = async (scene: Scene): Promise<void> => scene.goto(typeof path === 'string' ? path : await path(scene));
  const after = (name: string, before: (scene: Scene) => Promise<void>, shown: string): State => ({
    name,
    show: async (scene) => {
      await before(scene);
      await open(scene);
      await scene.see(shown);
    },
  });
  return [
    after('filled', () => Promise.resolve(), ready),
    ...(empty ? [after('empty', empty, 'rl-empty, main .muted')] : []),
    after('error', (scene) => scene.refuse(reads), ALERT),
    after('unavailable', (scene) => scene.refuse(reads, 503, 'request.unavailable'), ALERT),
    after('no network', (scene) => scene.cut(reads), `${ALERT}, main .note, main .state`),
    after('loading', (scene) => scene.hold(reads), 'rl-skeleton .line.late'),
  ];
}

/** A state reached from another one: open the screen, then do this. */
export function then(name: string, show: State['show']): State {
  return { name, show };
}
