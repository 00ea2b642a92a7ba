import { emptied, type Scene } from './scene';
import { reading, type Screen, then } from './screen';

const SESSION = /\/api\/session$/;

async function typePair(scene: Scene): Promise<void> {
  await scene.goto('/connexion');
  await scene.page.locator('input[type=email]').fill('quelqu.un@mission.example');
  await scene.page.locator('input[type=password]').fill('un mot de passe');
  await scene.page.keyboard.press('Enter');
}

/** Signing in, the post, one's own security, and what stands over every page. */
export const accountScreens: readonly Screen[] = [
  {
    name: 'sign-in',
    states: [
      then('filled', async (scene) => {
        await scene.goto('/connexion');
        await scene.see('.account');
      }),
      then('empty: no demo', async (scene) => {
        await scene.answer(/\/api\/demo\/accounts$/, emptied);
        await scene.goto('/connexion');
        await scene.see('form');
      }),
      then('error: nothing typed', async (scene) => {
        await scene.goto('/connexion');
        await scene.press('account.enter');
        await scene.see('[aria-invalid=true]');
      }),
      then('error: refused', async (scene) => {
        await scene.refuse(SESSION, 401, 'session.wrong_credentials', 'POST');
        await typePair(scene);
        await scene.see('.error-text:not(:empty)');
      }),
      then('a code is asked', async (scene) => {
        await scene.refuse(SESSION, 401, 'session.code_needed', 'POST');
        await typePair(scene);
        await scene.see('[autocomplete=one-time-code]');
      }),
    ],
  },
  {
    name: 'post',
    as: 'nolwenn.riou',
    states: [
      then('filled', async (scene) => {
        await scene.goto('/poste');
        await scene.see('button.post');
      }),
      then('empty', async (scene) => {
        await scene.answer(SESSION, (json) => ({ ...json, posts: [] }));
        await scene.goto('/poste');
        await scene.see('rl-empty');
      }),
      then('error', async (scene) => {
        await scene.refuse(/\/api\/session\/post$/);
        await scene.goto('/poste');
        await scene.page.locator('button.post').first().click();
        await scene.see('.error-text:not(:empty)');
      }),
      then('a code must be added', async (scene) => {
        await scene.refuse(/\/api\/session\/post$/, 403, 'session.code_required');
        await scene.goto('/poste');
        await scene.page.locator('button.post').first().click();
        await scene.see('a.button.primary');
      }),
    ],
  },
  {
    name: 'security',
    as: 'nolwenn.riou',
    states: [
      ...reading({ path: '/securite', reads: /\/api\/account\/security$/, ready: 'section.sheet' }),
      then('a new password', async (scene) => {
        await scene.goto('/securite');
        await scene.press('account.password_change');
        await scene.see('[autocomplete=new-password]');
      }),
      then('a new password, too short', async (scene) => {
        await scene.goto('/securite');
        await scene.press('account.password_change');
        await scene.page.locator('[autocomplete=new-password]').fill('court');
        await scene.press('account.password_save');
        await scene.see('[aria-invalid=true]');
      }),
      then('dialog: proof', async (scene) => {
        await scene.refuse(/\/api\/account\/second-factor/, 403, 'session.proof_needed');
        await scene.goto('/securite');
        await scene.page.locator('section.sheet .cluster button').first().click();
        await scene.dialog();
      }),
    ],
  },
  {
    name: 'shell',
    as: 'nolwenn.riou',
    states: [
      ...(['k', '?'] as const).map((key) =>
        then(`dialog: ${key === 'k' ? 'palette' : 'keys'}`, async (scene) => {
          await scene.goto('/avis');
          await scene.see('main h1');
          await scene.page.keyboard.press(key === 'k' ? 'Control+k' : '?');
          await scene.see('[role=dialog]');
        }),
      ),
      then('palette with people', async (scene) => {
        await scene.goto('/avis');
        await scene.see('main h1');
        await scene.page.keyboard.press('Control+k');
        await scene.page.getByRole('dialog').getByRole('combobox').fill('le');
        await scene.see('[role=dialog] [role=option]');
      }),
      then('dialog: lock', async (scene) => {
        await scene.goto('/avis');
        await scene.see('main h1');
        await scene.refuse(/\/api\/(?!session$)/, 401, 'session.expired');
        await scene.page.locator('a[href="/personnes"]').first().click();
        await scene.see('#relais-lock');
      }),
      then('menu: account', async (scene) => {
        await scene.goto('/avis');
        await scene.see('main h1');
        await scene.page.locator('relais-top-bar .account').click();
        await scene.see('[role=menu]');
      }),
      then('menu: posts', async (scene) => {
        await scene.goto('/avis');
        await scene.see('main h1');
        await scene.page.locator('relais-top-bar .post').click();
        await scene.see('[role=menu]');
      }),
    ],
  },
  {
    name: 'not found',
    as: 'nolwenn.riou',
    states: [
      then('an unknown address', async (scene) => {
        await scene.goto('/nulle-part');
        await scene.see('main h1');
      }),
      then('what this post may not see', async (scene) => {
        await scene.goto('/coordination');
        await scene.see('main h1');
      }),
    ],
  },
  {
    name: 'first page without people',
    as: 'operator_administrator',
    states: [
      then('filled', async (scene) => {
        await scene.goto('/journee');
        await scene.see('rl-empty');
      }),
    ],
  },
];
