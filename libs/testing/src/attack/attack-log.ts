import type { LogSink } from '@relais/server/kernel';

/** The log of an attacked API: every refusal leaves a line with its request id, and no line holds personal data. */
export class AttackLog implements LogSink {
  private readonly lines: string[] = [];
  private readonly told = new Set<string>();

  write(line: string): void {
    this.lines.push(line);
    for (const [id] of line.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) this.told.add(id);
  }

  /** Whether a refused request was logged. */
  tells(requestId: unknown): boolean {
    return this.told.has(String(requestId));
  }

  /** What the log says of requests that failed: error class, SQLSTATE, where. */
  get failures(): readonly string[] {
    return this.lines.filter((line) => line.includes('request failed'));
  }

  /** How many lines were written. */
  get size(): number {
    return this.lines.length;
  }

  /** Lines that hold one of these texts. */
  linesWith(texts: Iterable<string>): string[] {
    const all = this.lines.join('');
    return [...texts].filter((text) => all.includes(text));
  }
}
