import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Instant, instantAt } from '@relais/domain';
import { refuse, Settings } from '@relais/server/kernel';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { DemoMail, DemoMailbox, DemoMailLine } from './demo-mailbox.messages';

const NAME = /^\d{2}\.[0-9a-f-]{36}$/;
const MOST = 60;

/** The mails that were written as files, for whoever tries the product. */
@Injectable()
export class ShowDemoMailbox {
  constructor(private readonly settings: Settings) {}

  /** The latest mails first. */
  async list(): Promise<DemoMailbox> {
    const files = await readdir(this.settings.mailFolder).catch(() => []);
    // Names end in identifiers that sort by time.
    const latest = files
      .filter((file) => file.endsWith('.eml'))
      .sort((left, right) => (left.slice(3) < right.slice(3) ? 1 : -1))
      .slice(0, MOST)
      .map((file) => file.slice(0, -4));
    return { items: await Promise.all(latest.map(async (id) => lineOf(id, await this.read(id)))) };
  }

  /** One mail, as plain text. */
  async one(id: string): Promise<DemoMail> {
    const mail = await this.read(id);
    const invitation = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
    return { ...lineOf(id, mail), text: mail.text ?? '', invitation: invitation?.content.toString('utf8') ?? null };
  }

  /** One mail, as its page. */
  async page(id: string): Promise<string> {
    return (await this.read(id)).html || '';
  }

  private async read(id: string): Promise<ParsedMail> {
    if (!NAME.test(id)) refuse('request.not_found');
    const text = await readFile(join(this.settings.mailFolder, `${id}.eml`)).catch(() => refuse('request.not_found'));
    return simpleParser(text);
  }
}

function lineOf(id: string, { to, subject, date }: ParsedMail): DemoMailLine {
  const at: Instant = instantAt(date?.getTime() ?? 0);
  return {
    id,
    to: [to ?? []]
      .flat()
      .map((one: AddressObject) => one.text)
      .join(', '),
    subject: subject ?? '',
    at,
  };
}
