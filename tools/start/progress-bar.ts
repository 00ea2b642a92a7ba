const WIDTH = 30;

/** One line that fills up; on a plain log, a line every tenth. */
export function progressBar(title: string): { show: (progress: { phase: string; done: number; total: number }) => void; end: () => void } {
  let shown = '';
  let tenth = -1;
  return {
    show({ phase, done, total }) {
      const part = total === 0 ? 1 : Math.min(1, done / total);
      if (!process.stdout.isTTY) {
        if (Math.floor(part * 10) === tenth) return;
        tenth = Math.floor(part * 10);
        console.log(`${title}: ${Math.round(part * 100)} % (${phase})`);
        return;
      }
      shown = `\r${title} ${'█'.repeat(Math.round(part * WIDTH)).padEnd(WIDTH, '·')} ${Math.round(part * 100)} % ${phase}`.padEnd(
        process.stdout.columns - 1,
      );
      process.stdout.write(shown);
    },
    end() {
      if (shown) process.stdout.write('\n');
    },
  };
}
