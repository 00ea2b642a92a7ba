import { Service } from '@angular/core';
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

const NAME = 'relais-drafts';
const KEPT_FOR = 7 * 24 * 3_600_000;

type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly body: ArrayBuffer; readonly at: number };

interface Shelf extends DBSchema {
  keys: { key: string; value: CryptoKey };
  drafts: { key: string; value: Sealed };
}

/**
 * Texts that stay on this device until the API has them: AES-GCM with a key that no script can read out, at most seven days,
 * wiped at sign-out. A browser without storage simply keeps nothing.
 */
@Service()
export class Drafts {
  private opened: Promise<{ shelf: IDBPDatabase<Shelf>; key: CryptoKey } | undefined> | undefined;

  /** Keeps the latest text under a name such as `interview:<id>`. False when this browser can't keep it. */
  async keep(name: string, text: string): Promise<boolean> {
    const place = await this.open();
    if (!place) return false;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, place.key, new TextEncoder().encode(text));
    await place.shelf.put('drafts', { iv, body, at: Date.now() }, name);
    return true;
  }

  /** The kept text, or undefined. */
  async of(name: string): Promise<string | undefined> {
    const place = await this.open();
    const kept = await place?.shelf.get('drafts', name);
    if (!place || !kept || Date.now() - kept.at > KEPT_FOR) return undefined;
    try {
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, place.key, kept.body));
    } catch {
      return undefined;
    }
  }

  /** Names of the texts still kept, oldest rule applied. */
  async names(): Promise<string[]> {
    const place = await this.open();
    return (await place?.shelf.getAllKeys('drafts')) ?? [];
  }

  /** Forgets one text: the API has it now. */
  async drop(name: string): Promise<void> {
    await (await this.open())?.shelf.delete('drafts', name);
  }

  /** Forgets every text and the key itself. */
  async wipe(): Promise<void> {
    const place = await this.open();
    this.opened = undefined;
    place?.shelf.close();
    if (place) await deleteDB(NAME);
  }

  private open(): Promise<{ shelf: IDBPDatabase<Shelf>; key: CryptoKey } | undefined> {
    this.opened ??= this.prepare().catch(() => undefined);
    return this.opened;
  }

  private async prepare(): Promise<{ shelf: IDBPDatabase<Shelf>; key: CryptoKey } | undefined> {
    if (typeof indexedDB === 'undefined' || !crypto.subtle) return undefined;
    const shelf = await openDB<Shelf>(NAME, 1, {
      upgrade(base) {
        base.createObjectStore('keys');
        base.createObjectStore('drafts');
      },
      // Another tab signs out: let go, so that its wipe isn't blocked.
      blocking: () => {
        shelf.close();
        this.opened = undefined;
      },
    });
    const key = await this.keyOf(shelf);
    for (const name of await shelf.getAllKeys('drafts')) {
      const kept = await shelf.get('drafts', name);
      if (kept && Date.now() - kept.at > KEPT_FOR) await shelf.delete('drafts', name);
    }
    return { shelf, key };
  }

  private async keyOf(shelf: IDBPDatabase<Shelf>): Promise<CryptoKey> {
    const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    // Two tabs opening at once must end with the same key: the transaction keeps the first.
    const change = shelf.transaction('keys', 'readwrite');
    const known = await change.store.get('drafts');
    if (!known) await change.store.put(fresh, 'drafts');
    await change.done;
    return known ?? fresh;
  }
}
