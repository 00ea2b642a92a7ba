import { TestBed } from '@angular/core/testing';
import type { BeneficiaryView, TimelineItem } from '@relais/api-client';
import { describe, expect, it } from 'vitest';
import { inFrench, wordsReady } from './in-french.fixture';
import { Standing } from './standing';

const file = {
  goals: [{ id: 'g', words: 'Devenir menuisière', status: 'open' }],
  actions: [],
  situations: [
    { id: 's1', kind: 'housing', detail: 'Chez une amie', validFrom: '2026-01-01', validUntil: null },
    { id: 's2', kind: 'housing', detail: 'Chez ses parents', validFrom: '2020-01-01', validUntil: '2025-12-31' },
    { id: 's3', kind: 'schooling', detail: 'Terminale', validFrom: '2026-01-01', validUntil: null },
  ],
  supports: [{ id: 'u', mine: true, closedOn: null, openedOn: '2026-01-05' }],
  why: 'support',
  openUntil: null,
  interpreter: true,
  lastContactAt: null,
} as unknown as BeneficiaryView;
const meeting = (id: string, at: string) =>
  ({ id, kind: 'appointment', status: 'planned', at, words: id, operatorName: 'CIO' }) as TimelineItem;

describe('where things stand', () => {
  it('tells the goal in the person’s words, the next meeting and what is to be heeded today', async () => {
    TestBed.configureTestingModule({ providers: inFrench() });
    await wordsReady();
    const fixture = TestBed.createComponent(Standing);
    fixture.componentRef.setInput('file', file);
    const items = [
      meeting('Bilan', '2999-02-01T09:00:00.000Z'),
      meeting('Atelier', '2999-01-01T09:00:00.000Z'),
      meeting('Passé', '2020-01-01T09:00:00.000Z'),
    ];
    fixture.componentRef.setInput('items', items);
    await fixture.whenStable();
    const said = (fixture.nativeElement as HTMLElement).textContent;
    for (const words of ['Devenir menuisière', 'Atelier', 'Chez une amie', 'A besoin d’un interprète', 'Pas encore de contact noté'])
      expect(said).toContain(words);
    for (const words of ['Bilan', 'Passé', 'Chez ses parents', 'Terminale']) expect(said).not.toContain(words);
    expect(said).toContain('Votre équipe accompagne cette personne depuis le 5 janv. 2026');
  });
});
