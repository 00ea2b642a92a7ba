import { Trouble } from './trouble';

/** Runs a command to its end; what the person at the keyboard can mend is said in one sentence, and the exit code is 1. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    console.error(error instanceof Trouble ? error.message : error);
    process.exitCode = 1;
  });
}
