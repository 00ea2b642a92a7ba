// Angular's own application builder, through Nx.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('nx', ['run', 'back-office:build:production', '--outputStyle=static'], {
  stdio: 'inherit',
  env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true' },
});
process.exit(status ?? 1);
