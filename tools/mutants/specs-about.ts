import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

type File = { readonly path: string; readonly text: string };

/** The specs on a real database that may have to do with a table: those that name it, and those of every area whose code does. */
export class Specs {
  private readonly files: readonly File[];

  constructor(private readonly root: string) {
    this.files = globSync('{libs/server,libs/testing,tools,apps/api,apps/worker}/**/*.ts', { cwd: root }).map((path) => ({
      path,
      text: readFileSync(`${this.root}/${path}`, 'utf8'),
    }));
  }

  about(table: string): readonly string[] {
    const named = new RegExp(`\\b(app|sec)\\.${table}\\b|['"]${table}['"]`);
    const touched = this.files.filter(({ text }) => named.test(text));
    const areas = new Set(touched.filter(({ path }) => !isSpec(path)).map(({ path }) => dirname(path)));
    const near = this.files.filter(({ path }) => isSpec(path) && areas.has(dirname(path)));
    return [...new Set([...touched.filter(({ path }) => isSpec(path)), ...near].map(({ path }) => path))].sort();
  }
}

function isSpec(path: string): boolean {
  return /\.(db|http)\.spec\.ts$/.test(path);
}
