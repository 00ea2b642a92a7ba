import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantAt, plusMinutes } from '@relais/domain';
import { MAIL_KINDS } from '../../libs/server/notifications/src/mail-words';
import { writeMail } from '../../libs/server/notifications/src/write-mail';

const folder = join(process.cwd(), 'dist', 'mails');
const writtenAt = instantAt(Date.now());
const meeting = {
  id: '00000000-0000-7000-8000-000000000000',
  startsAt: plusMinutes(writtenAt, 2 * 1440),
  minutes: 45,
  version: 1,
  timeZone: 'Europe/Paris',
};

/** Writes each mail as a page, a text and, where there is one, an invitation; and a list that opens them. */
async function preview(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const lines: string[] = [];
  for (const language of ['fr', 'en'] as const) {
    await mkdir(join(folder, language), { recursive: true });
    for (const kind of MAIL_KINDS) {
      const about = kind.startsWith('appointment') ? meeting : undefined;
      const mail = writeMail(kind, language, { publicUrl: 'https://relais.example', count: 4, meeting: about, writtenAt });
      const file = join(folder, language, kind);
      await writeFile(`${file}.html`, mail.html);
      await writeFile(`${file}.txt`, `${mail.subject}\n\n${mail.text}`);
      if (mail.invitation) await writeFile(`${file}.ics`, mail.invitation);
      lines.push(`<li><a href="${language}/${kind}.html">${language} · ${kind}</a> : ${mail.subject}</li>`);
    }
  }
  await writeFile(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Mails</title><ul>${lines.join('\n')}</ul>\n`);
  console.log(`${lines.length} mails in dist/mails, listed in dist/mails/index.html`);
}

await preview();
