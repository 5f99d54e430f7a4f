// The copy as a page that reads without a program or a connection: no script, nothing loaded from elsewhere.
import { escapeHtml } from '../../../access/index.ts';
import type { CopiedTable } from './collect-copy.ts';

export interface CopyHeading {
  readonly company: string;
  readonly madeAt: Date;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c1f1e}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2.5rem;border-top:1px solid #d8dad6;padding-top:1rem}
div{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #e7e8e4;max-width:28rem;overflow-wrap:anywhere}
th{font-weight:600;white-space:nowrap}p{max-width:44rem}
@media(prefers-color-scheme:dark){body{background:#161918;color:#e6e8e5}h2,td,th{border-color:#333836}}`;

export function copyPage(tables: readonly CopiedTable[], { company, madeAt }: CopyHeading): string {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const name = escapeHtml(company);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What ${name} holds about you</title><style>${style}</style></head><body>
<h1>What ${name} holds about you</h1>
<p>Made on ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. ${rows} entries. Times are in UTC; amounts
ending in “minor” are in the currency's smallest unit, such as öre or cents. The same content can be had as JSON to take elsewhere.</p>
${tables.map(section).join('\n')}
</body></html>
`;
}

function section({ holds, rows }: CopiedTable): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const head = columns
    .map((name) => `<th scope="col">${escapeHtml(name.replaceAll('_', ' '))}</th>`)
    .join('');
  const lines = rows.map(
    (row) => `<tr>${columns.map((name) => `<td>${escapeHtml(written(row[name]))}</td>`).join('')}</tr>`,
  );
  const title = escapeHtml(holds.slice(0, 1).toUpperCase() + holds.slice(1));
  return `<h2>${title} (${rows.length})</h2><div><table><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`;
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
