import { randomBytes } from 'node:crypto';
import { Sealer } from './sealer';

describe('what is sealed for one person', () => {
  const sealer = new Sealer({ sealingKey: randomBytes(32), indexKey: randomBytes(32) });

  it("is read again with that person's key", () => {
    const key = sealer.newKey();
    expect(sealer.open(key, sealer.seal(key, '06 12 34 56 78'))).toBe('06 12 34 56 78');
  });

  it("can't be read with another person's key", () => {
    const sealed = sealer.seal(sealer.newKey(), '06 12 34 56 78');
    expect(() => sealer.open(sealer.newKey(), sealed)).toThrow();
  });

  it("can't be changed without notice", () => {
    const key = sealer.newKey();
    const sealed = sealer.seal(key, '06 12 34 56 78') as Buffer;
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => sealer.open(key, sealed)).toThrow();
  });

  it('never gives the same text twice, so that equal phones do not show', () => {
    const key = sealer.newKey();
    expect(sealer.seal(key, '0612345678')).not.toEqual(sealer.seal(key, '0612345678'));
  });

  it('is found again by its blind index in its own region only', () => {
    expect(sealer.index('53', '0612345678')).toBe(sealer.index('53', '0612345678'));
    expect(sealer.index('53', '0612345678')).not.toBe(sealer.index('04', '0612345678'));
  });

  it('leaves nothing where there is nothing', () => {
    expect(sealer.seal(sealer.newKey(), '')).toBeNull();
    expect(sealer.open(sealer.newKey(), null)).toBeNull();
  });
});
