/** One wall of the code taken away: `from` stands once in `file`, and becomes `to`. */
export type CodeWall = { readonly name: string; readonly file: string; readonly from: string; readonly to: string };

const KERNEL = 'libs/server/kernel/src';
const IDENTITY = 'libs/server/identity/src';

/** The walls that are not in the schema: who is let in, what goes in and out, and how often. Source: trust.md §2 and §3. */
export const CODE_WALLS: readonly CodeWall[] = [
  {
    name: 'code: a change by cookie brings the header of our own pages',
    file: `${KERNEL}/session.guard.ts`,
    from: 'if (byCookie && changes && ',
    to: 'if (false && ',
  },
  {
    name: 'code: the role of the post has the right of the route',
    file: `${KERNEL}/session.guard.ts`,
    from: 'if (!may(actor.role, opening.permission))',
    to: 'if (!actor)',
  },
  {
    name: 'code: an access token has our type and key',
    file: `${KERNEL}/access-token.ts`,
    from: 'if (header?.typ !== TYPE || header.kid !== KEY_ID) return done(new UnknownToken());',
    to: '',
  },
  {
    name: 'code: an access token is for us',
    file: `${KERNEL}/access-token.ts`,
    from: '      audience: AUDIENCE,\n      algorithms',
    to: '      algorithms',
  },
  {
    name: 'code: an access token is from us',
    file: `${KERNEL}/access-token.ts`,
    from: '      issuer: ISSUER,\n      audience: AUDIENCE,\n      algo',
    to: '      audience: AUDIENCE,\n      algo',
  },
  {
    name: 'code: the session lives and the account is what it was',
    file: `${KERNEL}/unit-of-work.ts`,
    from: "'sessionId' in who\n          ?",
    to: 'false as boolean\n          ?',
  },
  {
    name: 'code: what could hurt asks for a fresh proof',
    file: `${KERNEL}/unit-of-work.interceptor.ts`,
    from: "if (row?.proven !== true) refuse('session.proof_needed');",
    to: 'void row;',
  },
  {
    name: 'code: one effect per key',
    file: `${KERNEL}/one-effect-per-key.ts`,
    from: 'if (claimed.length === 0) return',
    to: 'if (false) return',
  },
  {
    name: 'code: a key is for one content',
    file: `${KERNEL}/one-effect-per-key.ts`,
    from: "if (first.route !== route || first.body_hash !== bodyHash) refuse('request.key_reused');",
    to: '',
  },
  {
    name: 'code: an edit names the version it changes',
    file: `${KERNEL}/versions.ts`,
    from: "if (header === undefined) return refuse('request.version_missing');",
    to: 'if (header === undefined) return 1;',
  },
  {
    name: 'code: an edit of an old version is refused',
    file: `${KERNEL}/unit-of-work.ts`,
    from: 'if (expectedVersion !== undefined) query',
    to: 'if (false as boolean) query',
  },
  {
    name: 'code: a sensitive operator is not named',
    file: `${KERNEL}/unless-masked.ts`,
    from: '${operator}.sensitive and',
    to: 'false and',
  },
  {
    name: 'code: unknown fields of a body are refused',
    file: `${KERNEL}/validation.pipe.ts`,
    from: 'forbidNonWhitelisted: true',
    to: 'forbidNonWhitelisted: false',
  },
  {
    name: 'code: an answer is cut to its class',
    file: `${KERNEL}/answer-cutter.ts`,
    from: 'return write(answer);',
    to: 'return JSON.stringify(answer);',
  },
  {
    name: 'code: a wrong answer does not leave',
    file: `${KERNEL}/answer-cutter.ts`,
    from: 'if (!isRight(plain))',
    to: 'if (false && !isRight(plain))',
  },
  {
    name: 'code: what is no identifier exists as little as another’s',
    file: `${KERNEL}/signed-in.ts`,
    from: "refuse('request.not_found') });",
    to: "refuse('request.invalid') });",
  },
  {
    name: 'code: a change leaves its row in the journal',
    file: `${KERNEL}/journal.ts`,
    from: 'await this.audit(event, fact);\n    const payload',
    to: 'const payload',
  },
  {
    name: 'code: failed sign-ins wait longer and longer',
    file: `${IDENTITY}/sign-in-throttle.ts`,
    from: 'if (seconds > 0) return seconds;',
    to: '',
  },
  {
    name: 'code: a refresh token used twice ends its family',
    file: `${IDENTITY}/refresh-rule.ts`,
    from: "? 'repeat' : 'reused'",
    to: "? 'repeat' : 'repeat'",
  },
  {
    name: 'code: an idle session ends',
    file: `${IDENTITY}/refresh-rule.ts`,
    from: "< now ? 'over' : 'rotate'",
    to: "< now ? 'rotate' : 'rotate'",
  },
];
