import { Service } from '@angular/core';

/** The value that proves a write comes from this application; it arrives with the session answer. */
@Service()
export class Csrf {
  value = '';
}
