import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Settings } from '@relais/server/kernel';

/**
 * The text of refresh tokens: an identifier and its signature. The signature is derived from the identifier, so the token that
 * followed another can be handed out again during the grace without being stored; the database holds its hash only.
 */
@Injectable()
export class RefreshTokens {
  constructor(private readonly settings: Settings) {}

  /** The token of an identifier. */
  textOf(id: Id): string {
    return `${id}.${this.signatureOf(id)}`;
  }

  /** What the database keeps of it. */
  hashOf(id: Id): string {
    return createHash('sha256').update(this.textOf(id)).digest('base64url');
  }

  /** The identifier of a token that we signed; undefined for anything else. */
  idOf(text: string): Id | undefined {
    const [, id, signature] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(text) ?? [];
    if (id === undefined || signature === undefined) return undefined;
    const expected = Buffer.from(this.signatureOf(id));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given) ? id : undefined;
  }

  private signatureOf(id: Id): string {
    return createHmac('sha256', this.settings.contextKey).update(`refresh|${id}`).digest('base64url');
  }
}
