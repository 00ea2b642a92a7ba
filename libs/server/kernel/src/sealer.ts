import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RegionCode } from '@relais/domain';

/** A person's own key, wrapped by the key from the settings: 12 bytes nonce, 16 bytes tag, 32 bytes key. */
export type WrappedKey = Buffer;

/**
 * Encryption at rest of phone, e-mail and street: AES-256-GCM with one key per person, so that destroying the key erases
 * them everywhere, backups included; and a blind index per region for exact search. Source: trust.md §4, house.md §9b.
 */
@Injectable()
export class Sealer {
  constructor(private readonly keys: { readonly sealingKey: Buffer; readonly indexKey: Buffer }) {}

  /** A new key for one person, wrapped. */
  newKey(): WrappedKey {
    return encrypt(this.keys.sealingKey, randomBytes(32));
  }

  /** A person's key, wrapped by another sealer's key in place of this one's: for a region that moves to another installation. */
  rewrap(key: WrappedKey, to: Sealer): WrappedKey {
    return encrypt(to.keys.sealingKey, decrypt(this.keys.sealingKey, key));
  }

  /** Seals a text for one person; nothing stays nothing. */
  seal(key: WrappedKey, text: string | null | undefined): Buffer | null {
    return text ? encrypt(decrypt(this.keys.sealingKey, key), Buffer.from(text, 'utf8')) : null;
  }

  /** Opens a sealed text. Throws when it was sealed for somebody else or changed since. */
  open(key: WrappedKey, sealed: Buffer | null): string | null {
    return sealed ? decrypt(decrypt(this.keys.sealingKey, key), sealed).toString('utf8') : null;
  }

  /** The blind index of a text in a region: equal texts give equal indexes, in this region only. `text` must be normalised. */
  index(region: RegionCode, text: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.keys.indexKey, region, 'blind-index', 32));
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
  }
}

function encrypt(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
