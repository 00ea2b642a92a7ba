import { provideHttpClient, withFetch, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import type { EnvironmentProviders } from '@angular/core';
import { dressed, keyed, problems, proven, sessionKept } from './interceptors';

/** The HTTP client of the product: keys, proof, session, headers, typed problems, in this order from the page outwards. */
export function provideHttp(): EnvironmentProviders {
  return provideHttpClient(withFetch(), withNoXsrfProtection(), withInterceptors([keyed, proven, sessionKept, dressed, problems]));
}
