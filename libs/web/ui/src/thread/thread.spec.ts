import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Thread, type ThreadWords } from './thread';
import { ThreadItem } from './thread-item';
import type { Strand } from './weave';

const words: ThreadWords = {
  legend: 'Supports',
  silence: (days) => `${days} days without a trace`,
  gap: (days) => `${days} days without a support`,
  handoff: (from, to) => `From ${from} to ${to}`,
};

@Component({
  imports: [Thread, ThreadItem],
  template: `
    <rl-thread [strands]="strands" [words]="words">
      <ng-template [rlThreadItem]="entries" let-entry>{{ entry.title }}</ng-template>
    </rl-thread>
  `,
})
class FilePage {
  readonly words = words;
  readonly strands: readonly Strand[] = [
    { key: 'cio', label: 'CIO', tone: 2, from: '2025-01-10', to: '2025-02-01' },
    { key: 'mission', label: 'Mission locale', tone: 1, from: '2025-09-01', to: '2025-12-02' },
    { key: 'sante', label: 'Santé', tone: 3, from: '2025-12-01', to: null },
  ];
  readonly entries = [
    { id: 'd', at: '2026-06-19', title: 'Meeting' },
    { id: 'c', at: '2025-12-10', title: 'Welcome', strand: 'sante' },
    { id: 'b', at: '2025-11-20', title: 'Interview', strand: 'mission' },
    { id: 'a', at: '2025-01-20', title: 'First visit', strand: 'cio' },
  ];
}

async function opened(): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(FilePage);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the thread on a page', () => {
  it('says in words, between the entries, every silence, handoff and gap that the line shows', async () => {
    const page = await opened();
    expect([...page.querySelectorAll('ol > li')].map((row) => row.textContent.trim())).toEqual([
      'Meeting',
      '191 days without a trace',
      'Welcome',
      'From Mission locale to Santé',
      'Interview',
      '211 days without a support',
      'First visit',
    ]);
  });

  it('names each support in a legend, and hides the drawing from those who listen', async () => {
    const page = await opened();
    const legend = page.querySelector('.legend');
    expect(legend?.getAttribute('aria-label')).toBe('Supports');
    expect([...(legend?.querySelectorAll('li') ?? [])].map((line) => line.textContent.trim())).toEqual(['CIO', 'Mission locale', 'Santé']);
    expect([...page.querySelectorAll('svg, .knot')].every((drawing) => drawing.getAttribute('aria-hidden') === 'true')).toBe(true);
  });
});
