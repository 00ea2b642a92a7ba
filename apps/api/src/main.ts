import 'reflect-metadata';
import { assembleApi, Settings, SettingsProblem } from '@relais/server/kernel';
import { areasOf } from './areas';
import { publishDocument } from './publish-document';
import { serveBackOffice } from './serve-back-office';

async function main(): Promise<void> {
  const settings = Settings.ofProcess();
  const { app, document } = await assembleApi({ settings, areas: areasOf(settings) });
  publishDocument(app, document);
  if (settings.backOfficeFolder) await serveBackOffice(app, settings.backOfficeFolder);
  await app.listen(settings.port, settings.host);
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
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
