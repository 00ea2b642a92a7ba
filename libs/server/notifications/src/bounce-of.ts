import type { Id, RegionCode } from '@relais/domain';
import { simpleParser } from 'mailparser';

/** What a returned mail says: which letter, whether for good, and the code of the mail system. */
export type Bounce = { readonly region: RegionCode; readonly id: Id; readonly forGood: boolean; readonly reason: string };

/** The name of a letter, as the postman writes it. */
const NAME = /(\d{2})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/;

/**
 * Reads a delivery status notification (RFC 3464) or a plain returned mail; undefined when it speaks of no letter of ours. Only what failed
 * for good counts: a delay is news of nothing.
 */
export async function bounceOf(raw: Buffer): Promise<Bounce | undefined> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true });
  const attached = mail.attachments.map(({ content }) => content.toString('utf8'));
  const all = [...attached, mail.text ?? '', String(mail.inReplyTo ?? ''), [mail.references ?? []].flat().join(' ')].join('\n');
  const [, region, id] = NAME.exec(all) ?? [];
  if (!region || !id) return undefined;
  const status = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status')?.content.toString('utf8') ?? all;
  const action = /^Action:\s*(\w+)/im.exec(status)?.[1]?.toLowerCase();
  const code = /^Status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1] ?? /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(status)?.[1] ?? '5.0.0';
  return { region: region as RegionCode, id, forGood: (action ?? 'failed') === 'failed' && !code.startsWith('2'), reason: `dsn ${code}` };
}
