import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Id, RegionCode } from '@relais/domain';
import { Settings } from '@relais/server/kernel';
import { createTransport, type Transporter } from 'nodemailer';
import { outcomeOf, type Outcome } from './mail-outcome';
import type { Mail } from './write-mail';

/** A letter: a written mail, its address, and the row of the ledger that it belongs to. */
export type Letter = { readonly region: RegionCode; readonly id: Id; readonly to: string; readonly mail: Mail };

/** Milliseconds that a mail server has to answer. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands letters to the mail server of the settings; without one each becomes an `.eml` file, which counts as delivered. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  private readonly composer = createTransport({ streamTransport: true, buffer: true });
  private readonly server: Transporter | undefined;

  constructor(private readonly settings: Settings) {
    const { smtpUrl } = settings;
    if (smtpUrl) this.server = createTransport({ url: smtpUrl, pool: true, maxConnections: 4, ...PATIENCE });
  }

  /** Sends a letter and says what became of it; never throws for what a server answered. */
  async send(letter: Letter): Promise<Outcome> {
    const composed = await this.compose(letter);
    if (!this.server) return this.write(letter, composed);
    const envelope = { from: this.settings.mailFromAddress, to: [letter.to] };
    const dsn = { id: messageName(letter), return: 'headers', notify: ['failure', 'delay'], recipient: this.settings.mailFromAddress };
    try {
      await this.server.sendMail({ envelope, raw: composed, dsn });
      return { did: 'delivered' };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  /** Whether a letter whose answer was never heard did leave; undefined when only people can tell. */
  async didLeave(letter: Pick<Letter, 'region' | 'id'>): Promise<boolean | undefined> {
    if (this.server) return undefined;
    return access(this.fileOf(letter)).then(
      () => true,
      () => false,
    );
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.composer.close();
  }

  /** Written beside and renamed: a letter of a killed worker is whole or absent, and the same letter twice is one file. */
  private async write(letter: Letter, composed: Buffer): Promise<Outcome> {
    const file = this.fileOf(letter);
    await mkdir(this.settings.mailFolder, { recursive: true });
    await writeFile(`${file}.part`, composed, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return { did: 'delivered' };
  }

  private fileOf({ region, id }: Pick<Letter, 'region' | 'id'>): string {
    return join(this.settings.mailFolder, `${region}.${id}.eml`);
  }

  private async compose(letter: Letter): Promise<Buffer> {
    const { mail, to } = letter;
    const { message } = await this.composer.sendMail({
      from: this.settings.mailFrom,
      to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${messageName(letter)}@${this.settings.mailFromAddress.split('@')[1]}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(mail.preferences && { list: { unsubscribe: { url: mail.preferences, comment: 'Relais' } } }),
      ...(mail.invitation && { icalEvent: { method: 'PUBLISH', filename: 'rendez-vous.ics', content: mail.invitation } }),
    });
    return message as Buffer;
  }
}

/** The name of a letter in its headers, by which a bounce is known again: region and row of the ledger, nothing else. */
export function messageName({ region, id }: Pick<Letter, 'region' | 'id'>): string {
  return `${region}.${id}`;
}
