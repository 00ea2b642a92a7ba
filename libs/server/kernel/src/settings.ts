import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the environment decides, read once at boot. Secrets never leave this object: no log, no error shows one. */
export class Settings {
  /** PostgreSQL URL of the login that may become only `app_rw`. */
  readonly apiDatabaseUrl: string;
  /** PostgreSQL URL of the login that may become only `app_worker`. */
  readonly workerDatabaseUrl: string;
  /** PostgreSQL URL of the login that may become only `app_auth`. */
  readonly authDatabaseUrl: string;
  /** Redis URL of the queues; without one they live in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Key of the signed context of a transaction. */
  readonly contextKey: string;
  /** 32 bytes that wrap each person's own key. */
  readonly sealingKey: Buffer;
  /** 32 bytes from which the blind index of each region is derived. */
  readonly indexKey: Buffer;
  /** ES256 private key (PEM) that signs access tokens. */
  readonly tokenPrivateKey: string;
  /** ES256 public key (PEM) that checks them. */
  readonly tokenPublicKey: string;
  /** TCP port of the API. */
  readonly port: number;
  /** Address the API listens on. */
  readonly host: string;
  /** Folder of the built back-office, when this process serves it. */
  readonly backOfficeFolder: string | undefined;
  /** Whether demo accounts are listed. */
  readonly demo: boolean;
  /** Level of the log. */
  readonly logLevel: string;
  /** URL of the mail server (`smtp://user:password@host:587`); without one, mails are written as files. */
  readonly smtpUrl: string | undefined;
  /** Sender of every mail, `Relais <name@host>`. */
  readonly mailFrom: string;
  /** Folder of mails written as files, with the bounces to read in its `bounces`. */
  readonly mailFolder: string;
  /** Address of the product in a browser, for the links in mails. */
  readonly publicUrl: string;
  /** Milliseconds that a request waits for a free connection before it is told to come back. Source: trust.md §1.10. */
  readonly poolWaitMillis: number;
  /** File that the worker touches while its rounds go well, for whoever watches it. */
  readonly heartbeatFile: string | undefined;
  /** Milliseconds between "not ready" and the last request taken, for whoever sends them to notice. */
  readonly noticeMillis: number;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    const need = (name: string): string => {
      const value = environment[name];
      if (!value) throw new SettingsProblem(`${name} is missing: the process can't start without it.`);
      return value;
    };
    this.apiDatabaseUrl = need('API_DATABASE_URL');
    this.workerDatabaseUrl = need('WORKER_DATABASE_URL');
    this.authDatabaseUrl = need('AUTH_DATABASE_URL');
    this.redisUrl = environment['REDIS_URL'] || undefined;
    this.contextKey = need('CONTEXT_KEY');
    this.sealingKey = key32('SEALING_KEY', need('SEALING_KEY'));
    this.indexKey = key32('INDEX_KEY', need('INDEX_KEY'));
    this.tokenPrivateKey = pem(need('TOKEN_PRIVATE_KEY'));
    this.tokenPublicKey = pem(need('TOKEN_PUBLIC_KEY'));
    this.port = port(environment['PORT'] ?? '3000');
    this.host = environment['HOST'] ?? '127.0.0.1';
    this.backOfficeFolder = environment['BACK_OFFICE_FOLDER'] || undefined;
    this.demo = environment['DEMO'] === 'true';
    this.smtpUrl = smtp(environment['SMTP_URL']);
    this.mailFrom = environment['MAIL_FROM'] ?? 'Relais <ne-pas-repondre@relais.example>';
    this.mailFolder = environment['MAIL_FOLDER'] ?? '.data/mail';
    this.publicUrl = (environment['PUBLIC_URL'] ?? `http://localhost:${this.port}`).replace(/\/$/, '');
    this.logLevel = environment['LOG_LEVEL'] ?? 'info';
    this.poolWaitMillis = Number(environment['POOL_WAIT_MS'] ?? 1_000);
    this.heartbeatFile = environment['HEARTBEAT_FILE'] || undefined;
    this.noticeMillis = Number(environment['NOTICE_MS'] ?? 0);
  }

  /** The address alone of {@link mailFrom}. */
  get mailFromAddress(): string {
    return /<(.+)>/.exec(this.mailFrom)?.[1] ?? this.mailFrom;
  }

  /** The settings of this process: its environment, and in a fleet one file per setting in the folder `SETTINGS_FOLDER`. */
  static ofProcess(): Settings {
    return new Settings({ ...filesOf(process.env['SETTINGS_FOLDER']), ...process.env });
  }
}

/** A setting is missing or wrong: one sentence that names the setting and never its value. */
export class SettingsProblem extends Error {}

/** Settings kept as files, each named as its setting: the way secrets are handed to containers and services. */
function filesOf(folder: string | undefined): Record<string, string> {
  if (!folder) return {};
  try {
    return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8').trim()]));
  } catch {
    throw new SettingsProblem('SETTINGS_FOLDER can’t be read: it must hold one file per setting.');
  }
}

function key32(name: string, hex: string): Buffer {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length !== 32) throw new SettingsProblem(`${name} must be 32 bytes written as 64 hexadecimal characters.`);
  return bytes;
}

function pem(text: string): string {
  return text.replaceAll('\\n', '\n');
}

function smtp(url: string | undefined): string | undefined {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new SettingsProblem('SMTP_URL must look like smtp://user:password@host:587.');
  return url;
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new SettingsProblem('PORT must be a whole number from 0 to 65535.');
  return number;
}
