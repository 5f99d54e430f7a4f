// The script for web pages, at an address that never changes; any site may load it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { frontDoorEndpoints as endpoints } from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';
import { type Route, route } from '../platform/http/endpoints.ts';
import { Problem } from '../platform/http/problem.ts';

export function trackerRoute(): Route<Viewer> {
  let kept: { text: string; mark: string } | null = null;
  return route(endpoints.trackerScript, async (_, { request, reply }) => {
    kept ??= readScript();
    reply.headers({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      etag: kept.mark,
    });
    await (request.headers['if-none-match'] === kept.mark ? reply.code(304).send() : reply.send(kept.text));
  });
}

/** Beside the bundle in dist/, or beside these sources. */
function readScript(): { text: string; mark: string } {
  const files = ['../packages/widget/dist/lyhord.js', '../../../widget/dist/lyhord.js'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const file = files.find((each) => existsSync(each));
  if (!file) throw new Problem('not_found', { detail: 'The tracker is not built: run "npm run build".' });
  const text = readFileSync(file, 'utf8');
  return { text, mark: `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"` };
}
