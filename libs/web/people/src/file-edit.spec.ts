import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { BeneficiaryView } from '@relais/api-client';
import { provideHttp } from '@relais/web/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { changedOnly, FileEdit } from './file-edit';

const file = { id: 'f1', version: 3, phone: '0612345678', email: null, contactRule: '' } as BeneficiaryView;
const STALE = { status: 412, statusText: 'Precondition Failed' };
const later = () => new Promise((resolve) => setTimeout(resolve));

describe('a correction of a file', () => {
  let api: HttpTestingController;
  let edit: FileEdit;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttp(), provideHttpClientTesting(), FileEdit] });
    api = TestBed.inject(HttpTestingController);
    edit = TestBed.inject(FileEdit);
  });

  it('sends only what really changed, from the version that was read', async () => {
    const saved = edit.save(file, { phone: '0700000000', email: null, contactRule: '' });
    const { request } = api.expectOne('/api/beneficiaries/f1');
    expect([request.body, request.headers.get('If-Match')]).toEqual([{ phone: '0700000000' }, '"3"']);
    api.verify();
    void saved;
  });

  it('asks nothing of the API when nothing changed', async () => {
    expect(await edit.save(file, { email: '', contactRule: '' })).toBe(file);
    expect(changedOnly(file, { contactRule: 'never on Mondays' })).toEqual({ contactRule: 'never on Mondays' });
  });

  it('goes on by itself when a colleague corrected other fields meanwhile', async () => {
    const saved = edit.save(file, { phone: '0700000000' });
    api.expectOne('/api/beneficiaries/f1').flush({ code: 'request.version_stale' }, STALE);
    await later();
    api.expectOne({ method: 'GET', url: '/api/beneficiaries/f1' }).flush({ ...file, version: 4, contactRule: 'after school' });
    await later();
    const again = api.expectOne({ method: 'PATCH', url: '/api/beneficiaries/f1' });
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    again.flush({ ...file, version: 5 });
    expect((await saved)?.version).toBe(5);
    expect(edit.conflict()).toBeUndefined();
  });

  it('keeps both versions of a field that two people changed, and overwrites neither', async () => {
    const saved = edit.save(file, { phone: '0700000000', email: 'nine@example.org' });
    api.expectOne('/api/beneficiaries/f1').flush({ code: 'request.version_stale' }, STALE);
    await later();
    api.expectOne({ method: 'GET', url: '/api/beneficiaries/f1' }).flush({ ...file, version: 4, phone: '0799999999' });
    expect(await saved).toBeUndefined();
    expect(edit.conflict()?.fields).toEqual([{ key: 'phone', mine: '0700000000', theirs: '0799999999' }]);
    api.verify();
  });
});
