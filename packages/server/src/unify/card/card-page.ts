// The card as a page: no script, one style sheet that the policy names by its hash, readable from 320 px, light and dark.
import { createHash } from 'node:crypto';
import type { CaseRow, Profile, SignalCard } from '@lyhord/contract';
import { escapeHtml as text } from '../../access/index.ts';
import { type CardLanguage, cardWords } from './card-words.ts';

export interface CardView {
  readonly profile: Profile;
  readonly lastSaid: SignalCard | null;
  readonly cases: readonly CaseRow[];
  readonly address: string;
}

const style = `:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--line:#d9dee5;--ground:#fff;--good:#17714a;--bad:#b3261e;--mark:#8a5a00}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf2;--soft:#a4afbd;--line:#39424f;--ground:#171c23;--good:#6fcf9f;--bad:#ff9c92;--mark:#f0c068}}
*{box-sizing:border-box}body{margin:0;padding:14px;font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
h1{font-size:18px;line-height:1.25;margin:0;overflow-wrap:anywhere}h2{font-size:13px;margin:18px 0 6px;color:var(--soft);font-weight:600}
p{margin:0 0 6px;overflow-wrap:anywhere}.soft{color:var(--soft);font-size:13px}.mark{color:var(--mark);font-weight:600;font-size:13px}
dl{display:grid;grid-template-columns:1fr 1fr;gap:8px 14px;margin:14px 0 0}dt{color:var(--soft);font-size:13px}dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
blockquote{margin:0;padding-left:10px;border-left:3px solid var(--line);overflow-wrap:anywhere}.good{color:var(--good)}.bad{color:var(--bad)}
ul{list-style:none;margin:0;padding:0}li{padding:7px 0;border-top:1px solid var(--line)}li:first-child{border-top:0}
a{color:inherit}footer{margin-top:18px;padding-top:8px;border-top:1px solid var(--line)}`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** What a card's page may do: show itself, within the pages of its tool. */
export const cardPolicy = (origins: readonly string[]): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors ${
    origins.length > 0 ? origins.join(' ') : "'none'"
  }`;

const page = (language: CardLanguage, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${text(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** A card that shows nobody, and says why. */
export const emptyCard = (language: CardLanguage, why: string): string =>
  page(language, cardWords[language].title, `<h1>${text(cardWords[language].title)}</h1><p>${text(why)}</p>`);

export function cardPage(language: CardLanguage, { profile, lastSaid, cases, address }: CardView): string {
  const words = cardWords[language];
  const { computed, keyCustomer, identifiers } = profile;
  const name = profile.name ?? words.unnamed;
  const reach = identifiers.filter(({ type }) => type === 'email' || type === 'phone').slice(0, 2);
  const number = identifiers.find(({ type }) => type === 'loyalty_number' || type === 'user_id');
  const head = `<h1>${text(name)}</h1>${keyCustomer ? `<p class="mark">★ ${text(words.keyCustomer)}</p>` : ''}
${[...reach, ...(number ? [number] : [])].map(({ value }) => `<p class="soft">${text(value)}</p>`).join('')}`;
  const body = [
    head,
    computed ? facts(language, computed) : '',
    computed ? feelings(language, computed) : '',
    `<h2>${text(words.said)}</h2>${said(language, lastSaid)}`,
    `<h2>${text(words.cases)}</h2>${caseList(language, cases)}`,
    `<footer class="soft">${text(words.asOf)} ${text(moment(language, profile.freshness.at))} · <a href="${text(address)}" target="_blank" rel="noopener noreferrer">Lyhörd</a></footer>`,
  ];
  return page(language, name, body.join('\n'));
}

type Computed = NonNullable<Profile['computed']>;
const fact = (name: string, value: string) => `<div><dt>${text(name)}</dt><dd>${text(value)}</dd></div>`;

function facts(language: CardLanguage, of: Computed): string {
  const words = cardWords[language];
  return `<dl>${fact(words.value, money(language, of.revenue, of.currency))}${fact(words.orders, of.orders.toLocaleString(language))}${
    of.daysSinceOrder === null ? '' : fact(words.lastOrder, words.days(of.daysSinceOrder))
  }${fact(words.stage, words.stages[of.lifeCycle] ?? of.lifeCycle)}</dl>`;
}

function feelings(language: CardLanguage, of: Computed): string {
  const words = cardWords[language];
  const rows = [
    of.lastNps === null ? '' : fact(words.recommends, `${of.lastNps} / 10`),
    of.lastCsat === null ? '' : fact(words.satisfied, `${of.lastCsat} / 5`),
    of.lastSentiment === null
      ? ''
      : fact(words.feeling, words.feelings[of.lastSentiment] ?? of.lastSentiment),
  ].join('');
  return rows === '' ? '' : `<h2>${text(words.now)}</h2><dl>${rows}</dl>`;
}

function said(language: CardLanguage, signal: SignalCard | null): string {
  const words = cardWords[language];
  if (!signal) return `<p class="soft">${text(words.nothingSaid)}</p>`;
  const tone = { positive: 'good', negative: 'bad' }[signal.sentiment?.label ?? ''] ?? '';
  const quoted = signal.text
    ? `<blockquote class="${tone}">${text(signal.text.slice(0, 600))}</blockquote>`
    : '';
  const score = signal.score === null ? '' : ` · ${signal.score}`;
  const where = [moment(language, signal.happenedAt), signal.placeName].filter(Boolean).join(' · ');
  return `${quoted}<p class="soft">${text(where + score)}</p>`;
}

function caseList(language: CardLanguage, cases: readonly CaseRow[]): string {
  const words = cardWords[language];
  if (cases.length === 0) return `<p class="soft">${text(words.noCases)}</p>`;
  const rows = cases
    .slice(0, 5)
    .map(
      (one) =>
        `<li>#${one.number} ${text(one.title)}<br><span class="soft">${text(words.states[one.state] ?? one.state)} · ${text(moment(language, one.openedAt))}</span></li>`,
    );
  return `<ul>${rows.join('')}</ul>`;
}

const moment = (language: CardLanguage, at: string): string =>
  new Date(at).toLocaleDateString(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

function money(language: CardLanguage, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return format.format(minor / 10 ** maximumFractionDigits);
}
