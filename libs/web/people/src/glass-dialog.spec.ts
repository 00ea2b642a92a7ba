import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GlassDialog } from './glass-dialog';
import { inFrench, wordsReady } from './in-french.fixture';

const card = { cardId: 'c1', name: 'T. N.', birthYear: 2008, asks: [{ operator: 'ML Rennes', unit: 'Accueil' }] };

describe('opening a file in an emergency', () => {
  let fixture: ComponentFixture<GlassDialog>;
  let page: HTMLElement;
  const close = vi.fn();
  const choose = (selector: string, value: string, event: string): void => {
    const control = page.querySelector<HTMLInputElement>(selector);
    if (control) control.value = value;
    control?.dispatchEvent(new Event(event));
  };
  const opens = () => page.querySelector<HTMLButtonElement>('button.danger');

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [...inFrench(), { provide: DIALOG_DATA, useValue: card }, { provide: DialogRef, useValue: { close } }],
    });
    await wordsReady();
    fixture = TestBed.createComponent(GlassDialog);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  it('says before anything is typed how long, who is told and that the person will see it', () => {
    const said = page.querySelector('.note')?.textContent ?? '';
    for (const word of ['3 heures', 'responsable d’équipe', 'délégué à la protection des données', 'La personne verra', '30 jours'])
      expect(said).toContain(word);
    expect(page.textContent).toContain('née ou né en 2008');
  });

  it('waits for a reason of the list and twenty characters', async () => {
    choose('select', 'danger', 'change');
    choose('textarea', 'Elle est là.', 'input');
    await fixture.whenStable();
    expect(opens()?.disabled).toBe(true);
    expect(page.textContent).toContain('Encore 8 caractères');
    choose('textarea', 'Elle est là, en danger ce soir.', 'input');
    await fixture.whenStable();
    expect(opens()?.disabled).toBe(false);
  });

  it('keeps what was typed when the API refuses, and says why', async () => {
    choose('select', 'danger', 'change');
    choose('textarea', 'Elle est là, en danger ce soir.', 'input');
    await fixture.whenStable();
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    TestBed.inject(HttpTestingController)
      .expectOne('/api/beneficiaries/c1/glass')
      .flush({ code: 'glass.too_many', requestId: 'r1' }, { status: 429, statusText: 'Too Many' });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('nombre d’ouvertures d’urgence');
    expect(page.querySelector('textarea')?.value).toContain('en danger ce soir');
    expect(close).not.toHaveBeenCalled();
  });
});
