import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { atMost, type Bench } from './figure.ts';

const webDist = join(process.cwd(), 'packages/web/dist');
const trackerFile = join(process.cwd(), 'packages/widget/dist/lyhord.js');

/** Every script that the first screen loads: those that index.html names, and what they import at once. */
export const scriptSizeBench: Bench = {
  name: 'script-size',
  summary: 'JavaScript of the first screen and of the tracker, gzipped',
  async *run() {
    const page = readFileSync(join(webDist, 'index.html'), 'utf8');
    const scripts = [...page.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map((match) => match[1]!);
    const all = withStaticImports(scripts);
    const bytes = all.reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(webDist, path)), { level: 9 }).length,
      0,
    );
    const tracker = gzipSync(readFileSync(trackerFile), { level: 9 }).length;
    yield atMost('the tracker for web pages', tracker / 1000, 3, 'kB');
    yield atMost(`JavaScript of the first screen, ${all.length} files`, bytes / 1000, 350, 'kB');
  },
};

function withStaticImports(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path) || !existsSync(join(webDist, path))) return;
    seen.add(path);
    const source = readFileSync(join(webDist, path), 'utf8');
    for (const [, target] of source.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[^'"()]*?from\s*)?["'](\.[^"']+\.js)["']/g,
    )) {
      visit(new URL(target!, `http://x${path}`).pathname);
    }
  };
  for (const entry of entries) visit(entry);
  return [...seen];
}
