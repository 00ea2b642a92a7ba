/** Milliseconds of rest before the text goes to this device, and the most it may wait while typing goes on. */
const DEVICE_REST = 300;
const DEVICE_PATIENCE = 700;
/** Milliseconds before the API gets it: within two seconds of the first unsaved key. */
const SERVER_PATIENCE = 1_500;
const RETRY = 3_000;
const LONGEST_RETRY = 30_000;

/** When a text that changes goes to the device and to the API, and when a failed try is made again. */
export class AutosaveRhythm {
  private deviceTimer = 0;
  private deviceSince = 0;
  private serverTimer = 0;
  private retryAfter = RETRY;

  constructor(
    private readonly keep: () => void,
    private readonly send: () => void,
  ) {}

  /** The text changed. */
  touch(): void {
    const now = performance.now();
    if (!this.deviceSince) this.deviceSince = now;
    clearTimeout(this.deviceTimer);
    const wait = Math.max(0, Math.min(DEVICE_REST, this.deviceSince + DEVICE_PATIENCE - now));
    this.deviceTimer = window.setTimeout(this.keep, wait);
    this.serverTimer ||= window.setTimeout(this.send, SERVER_PATIENCE);
  }

  /** It goes to the device now. */
  keeping(): void {
    clearTimeout(this.deviceTimer);
    this.deviceSince = 0;
  }

  /** It goes to the API now. */
  sending(): void {
    clearTimeout(this.serverTimer);
    this.serverTimer = 0;
  }

  /** The API answered. */
  answered(): void {
    this.retryAfter = RETRY;
  }

  /** No answer: again in a while, each time a little later. */
  again(): void {
    this.serverTimer ||= window.setTimeout(this.send, this.retryAfter);
    this.retryAfter = Math.min(this.retryAfter * 1.5, LONGEST_RETRY);
  }

  stop(): void {
    clearTimeout(this.deviceTimer);
    clearTimeout(this.serverTimer);
  }
}
