import 'reflect-metadata';
import { assembleApi, Settings, SettingsProblem, takeLeave } from '@relais/server/kernel';
import { areasOf } from './areas';
import { publishDocument } from './publish-document';
import { serveBackOffice } from './serve-back-office';

async function main(): Promise<void> {
  const settings = Settings.ofProcess();
  const { app, document } = await assembleApi({ settings, areas: areasOf(settings) });
  publishDocument(app, document);
  if (settings.backOfficeFolder) await serveBackOffice(app, settings.backOfficeFolder);
  await app.listen(settings.port, settings.host);
  const leave = (): void => void takeLeave(app, settings.noticeMillis).finally(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, leave);
  process.send?.('ready');
}

main().catch((error: unknown) => {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  const sentence = taken
    ? 'The port is already taken: set PORT to a free one.'
    : error instanceof SettingsProblem
      ? error.message
      : undefined;
  console.error(sentence ?? error);
  process.exit(1);
});
