import { bounceOf } from './bounce-of';
import { AWAY, EXCHANGE_FULL, EXIM_PLAIN, POSTFIX_DELAYED, POSTFIX_UNKNOWN } from './bounces.fixture';

const id = '0197b3c1-7f7e-7b7a-9d6e-0a1b2c3d4e5f';
const read = (text: string) => bounceOf(Buffer.from(text.replaceAll('{name}', `53.${id}`).replaceAll('\n', '\r\n')));

describe('a mail that came back', () => {
  it.each([
    ['an unknown mailbox told by Postfix', POSTFIX_UNKNOWN, 'dsn 5.1.1'],
    ['a full mailbox told by Exchange', EXCHANGE_FULL, 'dsn 5.2.2'],
    ['a refusal quoted by Exim without a report', EXIM_PLAIN, 'dsn 5.7.1'],
  ])('is known again: %s', async (_what, text, reason) => {
    expect(await read(text)).toEqual({ region: '53', id, forGood: true, reason });
  });

  it('that is only late is not a bounce for good', async () => {
    expect(await read(POSTFIX_DELAYED)).toMatchObject({ id, forGood: false, reason: 'dsn 4.4.1' });
  });

  it('is not one of ours when it speaks of none of our letters', async () => {
    expect(await read(AWAY)).toBeUndefined();
    expect(await bounceOf(Buffer.from(''))).toBeUndefined();
  });
});
