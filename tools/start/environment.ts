import type { DatabaseUrls } from '../database/prepare';
import type { Secrets } from '../database/secrets';

/** The settings of the API and of the worker, as environment variables. */
export function environmentOf(urls: DatabaseUrls, secrets: Secrets): Record<string, string> {
  return {
    API_DATABASE_URL: urls.api,
    WORKER_DATABASE_URL: urls.worker,
    AUTH_DATABASE_URL: urls.auth,
    CONTEXT_KEY: secrets.contextKey,
    SEALING_KEY: secrets.masterKey,
    INDEX_KEY: secrets.blindIndexKey,
    TOKEN_PRIVATE_KEY: secrets.signing.privatePem,
    TOKEN_PUBLIC_KEY: secrets.signing.publicPem,
  };
}
