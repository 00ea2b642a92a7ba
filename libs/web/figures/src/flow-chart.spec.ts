import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { FlowView } from '@relais/api-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { FlowChart } from './flow-chart';
import { both, flow } from './flow.fixture';
import fr from './i18n/fr.json';

const names = new Map([
  ['ml', 'Mission locale'],
  ['cio', 'CIO de Rennes'],
]);

describe('who sends to whom', () => {
  let fixture: ComponentFixture<FlowChart>;
  let page: HTMLElement;
  const said = (): string => page.querySelector('[role=status]')?.textContent.trim() ?? '';
  const key = async (name: string): Promise<void> => {
    page.querySelector('[role=application]')?.dispatchEvent(new KeyboardEvent('keydown', { key: name }));
    await fixture.whenStable();
  };
  const pointer = async (name: 'pointerenter' | 'pointerleave', stream: number): Promise<void> => {
    page.querySelectorAll('path')[stream]?.dispatchEvent(new Event(name));
    await fixture.whenStable();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { fr: { figures: fr } },
          translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' },
          preloadLangs: true,
        }),
      ],
    });
    fixture = TestBed.createComponent(FlowChart);
    fixture.componentRef.setInput('flow', both);
    fixture.componentRef.setInput('names', names);
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  it('is said stream by stream with the arrows, round and round, until Escape', async () => {
    const hint = said();
    const last = 'CIO de Rennes → Abouties';
    await key('ArrowDown');
    expect(said()).toContain('Mission locale → CIO de Rennes');
    await key('ArrowDown');
    expect(said()).toContain('CIO de Rennes → Mission locale');
    await key('ArrowUp');
    await key('ArrowUp');
    expect(said()).toContain(last);
    await key('ArrowDown');
    expect(said()).toContain('Mission locale → CIO de Rennes');
    await key('Escape');
    expect(said()).toBe(hint);
    await key('ArrowUp');
    expect(said()).toContain(last);
  });

  it('keeps the stream of the arrows when the page scrolls under a resting mouse', async () => {
    await key('ArrowDown');
    await pointer('pointerenter', 1);
    expect(said()).toContain('CIO de Rennes → Mission locale');
    await pointer('pointerleave', 1);
    expect(said()).toContain('Mission locale → CIO de Rennes');
  });

  it('says why there is nothing to draw: numbers too small to be told, or nothing sent', async () => {
    const why = async (pairs: FlowView['pairs']): Promise<string> => {
      fixture.componentRef.setInput('flow', flow(pairs));
      await fixture.whenStable();
      expect(page.querySelector('[role=application]')).toBeNull();
      return page.querySelector('rl-empty')?.textContent ?? '';
    };
    expect(await why(both.pairs.map((pair) => ({ ...pair, sent: null })))).toContain(fr.flow.too_small);
    expect(await why([])).toContain(fr.flow.none_sent);
  });
});
