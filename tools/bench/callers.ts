import type { Client } from 'pg';
import { DEMO_PASSWORD } from '../demo/load';

/** What came back, and how long it took over HTTP. */
export type Answered<T> = { readonly ms: number; readonly body: T };

/** Calls of the API (a `GET` without a body) by one counsellor after the other, as a region has many: nobody searches more often than a person can. */
export type Callers = <T>(path: string, body?: object) => Promise<Answered<T>>;

const AT_ONCE = 2;

/** Signs in counsellors of the demo and hands out their calls in turn. */
export async function signedIn(admin: Client, port: number, region: string, counsellors: number): Promise<Callers> {
  const { rows } = await admin.query<{ email: string; post: string }>(
    `select a.email, p.post_id post from auth.account a join auth.account_post p on p.account_id = a.id
     where p.region = $1 and p.role = 'counsellor' and p.active and a.active order by a.email limit $2`,
    [region, counsellors],
  );
  const base = `http://127.0.0.1:${port}/api`;
  const send = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(base + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const tokens: string[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    tokens.push(
      ...(await Promise.all(
        rows.slice(at, at + AT_ONCE).map(async ({ email, post }) => {
          const session = await send('/token', { email, password: DEMO_PASSWORD, postId: post });
          if (!session.ok) throw new Error(`signing in: ${session.status}`);
          return ((await session.json()) as { accessToken: string }).accessToken;
        }),
      )),
    );
  }
  let turn = 0;
  return async <T>(path: string, body?: object) => {
    const token = tokens[(turn += 1) % tokens.length] ?? '';
    const began = performance.now();
    const authorization = `Bearer ${token}`;
    const answer = await (body ? send(path, body, { authorization }) : fetch(base + path, { headers: { authorization } }));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const read = (await answer.json()) as T;
    return { ms: performance.now() - began, body: read };
  };
}
