import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Settings } from '@relais/server/kernel';
import type { Scene } from '../scene';
import type { ValidRequests } from './request';

export const regionRequests: ValidRequests = {
  showRegion: (s) => ({ as: s.me }),
  listOperators: (s) => ({ as: s.me }),
  showOperator: (s) => ({ as: s.me, id: s.receiver.actor.operatorId }),
  listColleagues: (s) => ({ as: s.me, id: s.me.actor.unitId }),
  listDestinations: (s) => ({ as: s.me }),
  showFigures: (s) => ({ as: s.manager }),
  showNoticePreferences: (s) => ({ as: s.me }),
  chooseNoticeWays: (s) => ({ as: s.me, body: { language: 'en', ways: { watch: 'digest' } } }),
  listDemoMails: () => ({}),
  showDemoMail: async (s) => ({ id: await aMail(s) }),
  showDemoMailPage: async (s) => ({ id: await aMail(s) }),
  listUnsettledMessages: (s) => ({ as: s.lead }),
  settleMessage: async (s) => ({ as: s.lead, id: (await s.message()).id, body: { decision: 'told' } }),
  listNotices: (s) => ({ as: s.me }),
  readAllNotices: (s) => ({ as: s.me }),
  readNotice: async (s) => ({ as: s.me, id: (await s.notice()).id }),
  followChanges: (s) => ({ as: s.me, id: s.me.actor.postId }),
};

/** A mail of the demo, written as a file. */
async function aMail({ api }: Scene): Promise<string> {
  const name = `53.${randomUUID()}`;
  const { mailFolder } = api.app.get(Settings);
  await mkdir(mailFolder, { recursive: true });
  const lines = ['To: someone@example.org', 'Subject: Bonjour', 'Content-Type: text/html', '', '<p>Bonjour</p>'];
  await writeFile(join(mailFolder, `${name}.eml`), lines.join('\r\n'));
  return name;
}
