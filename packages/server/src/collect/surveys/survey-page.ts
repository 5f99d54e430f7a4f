// The three pages of a survey: the score, the reason, the thanks. They work without scripts and change nothing by being
// opened.
import { questionScales } from '@lyhord/contract';
import { escapeHtml } from '../../access/index.ts';
import { localeNames, type SurveyLocale, surveyLocales } from './survey-locales.ts';
import { surveyHtml } from './survey-look.ts';
import { type SurveyWords, said, surveyWords } from './survey-words.ts';

/** What every page of a survey knows. */
export interface SurveyView {
  readonly locale: SurveyLocale;
  /** The page's own address without a query. */
  readonly path: string;
  readonly question: 'nps' | 'csat';
  readonly company: string;
  readonly place: string | null;
  readonly brand: string;
  readonly thanks: string | null;
  /** What a known customer is asked to allow, as the company words it; null for nothing. */
  readonly asks: string | null;
  /** Carried from page to page: the answer's own mark, the place's code, the till's screen. */
  readonly carried: Readonly<Record<string, string>>;
  readonly known: boolean;
  readonly kiosk: boolean;
}

/** First page; `chosen` is highlighted, as links in mails ask for, but only pressing a button answers. */
export function scorePage(view: SurveyView, chosen: number | null, wrong = false): string {
  const words = surveyWords[view.locale];
  const question = questionOf(view, words);
  const confirm =
    chosen === null
      ? ''
      : `<button class="main wide" name="score" value="${chosen}">${text(said(words.confirm, { score: scoreName(view, chosen) }))}</button>`;
  const body = `<p class="step">${text(said(words.of, { n: 1 }))}</p>
${wrong ? `<p class="wrong" role="alert">${text(words.wrongScore)}</p>` : ''}
<form method="post" action="${view.path}">${hidden(view)}
<h1 id="q">${text(question)}</h1>
${confirm}<fieldset aria-labelledby="q">${view.question === 'nps' ? scaleRow(words, chosen) : scaleList(words, chosen)}</fieldset>
</form>${languages(view, chosen === null ? {} : { score: String(chosen) })}`;
  return page(view, question, body);
}

/** Second page, after the score is kept. */
export function whyPage(view: SurveyView, score: number): string {
  const words = surveyWords[view.locale];
  const change = address(view.path, {
    ...view.carried,
    lang: view.locale,
    score: String(score),
    change: '1',
  });
  const question = whyOf(view.question, words, score);
  const body = `<p class="step">${text(said(words.of, { n: 2 }))}</p>
<h1><label for="comment">${text(question)}</label></h1>
<form method="post" action="${view.path}">${hidden(view)}
<textarea id="comment" name="comment" maxlength="4000" rows="5" aria-describedby="hint"></textarea>
<p class="hint" id="hint">${text(words.whyHint)}</p>
${
  view.asks === null
    ? ''
    : `<p class="ask"><label><input type="checkbox" name="consent" value="yes"> ${text(view.asks)}</label></p>
`
}<p class="acts"><button class="main" name="step" value="why">${text(words.send)}</button>
<button name="step" value="skip">${text(words.skip)}</button></p>
</form>
<p class="hint">${text(said(words.chosen, { score: scoreName(view, score) }))} <a href="${escapeHtml(change)}">${text(words.change)}</a></p>
${languages(view, {})}`;
  return page(view, question, body);
}

/** Last page: thanks, and what happens with the answer. */
export function thanksPage(view: SurveyView): string {
  const words = surveyWords[view.locale];
  const own = view.thanks?.trim();
  const where = view.place ?? view.company;
  const known = view.known ? `<p>${text(words.thanksKnown)}</p>` : '';
  const start = address(view.path, { ...placeOnly(view), lang: view.locale });
  const again = view.kiosk
    ? `<p><a class="button" href="${escapeHtml(start)}">${text(words.again)}</a></p>`
    : '';
  const body = `<h1>${text(words.thanks)}</h1>
<p>${own ? text(own) : text(said(words.thanksWhat, { where }))}</p>
${known}${again}`;
  return page(view, words.thanks, body, view.kiosk ? { seconds: 10, to: start } : undefined);
}

/** A page that says one thing, such as that the survey is closed. */
export function messagePage(
  look: { locale: SurveyLocale; company: string; brand: string },
  sentence: string,
  form = '',
): string {
  const where = { lang: look.locale, company: look.company, where: null, brand: look.brand };
  return surveyHtml({ ...where, title: sentence }, `<h1>${text(sentence)}</h1>${form}`);
}

const text = escapeHtml;

function page(view: SurveyView, title: string, body: string, back?: { seconds: number; to: string }): string {
  const look = {
    lang: view.locale,
    company: view.company,
    where: view.place,
    brand: view.brand,
    title,
    back,
  };
  return surveyHtml(look, body);
}

export function questionOf(
  view: { question: 'nps' | 'csat'; company: string; place: string | null },
  words: SurveyWords,
): string {
  return said(words[view.question], { company: view.company, where: view.place ?? view.company });
}

function scoreName(view: { question: 'nps' | 'csat'; locale: SurveyLocale }, score: number): string {
  return view.question === 'nps' ? String(score) : surveyWords[view.locale].csatNames[score - 1]!;
}

function whyOf(question: 'nps' | 'csat', words: SurveyWords, score: number): string {
  const [low, high] = question === 'nps' ? [6, 9] : [2, 5];
  if (score <= low) return words.whyLow;
  return score >= high ? words.whyHigh : words.whyMiddle;
}

const numbers = (question: 'nps' | 'csat') => {
  const { min, max } = questionScales[question]!;
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
};
const pressed = (score: number, chosen: number | null) => (score === chosen ? ' aria-pressed="true"' : '');

function scaleRow(words: SurveyWords, chosen: number | null): string {
  const buttons = numbers('nps').map((score) => {
    const label = score === 0 ? `0, ${words.npsLow}` : score === 10 ? `10, ${words.npsHigh}` : String(score);
    return `<button name="score" value="${score}" aria-label="${text(label)}"${pressed(score, chosen)}>${score}</button>`;
  });
  return `<div class="scores">${buttons.join('')}</div>
<p class="ends" aria-hidden="true"><span>${text(words.npsLow)}</span><span>${text(words.npsHigh)}</span></p>`;
}

function scaleList(words: SurveyWords, chosen: number | null): string {
  const buttons = [...numbers('csat')].reverse().map((score) => {
    const name = words.csatNames[score - 1]!;
    return `<button name="score" value="${score}"${pressed(score, chosen)}><b>${score}</b>${text(name)}</button>`;
  });
  return `<div class="list">${buttons.join('')}</div>`;
}

function hidden(view: SurveyView): string {
  return Object.entries({ ...view.carried, lang: view.locale })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${text(value)}">`)
    .join('');
}

function languages(view: SurveyView, more: Record<string, string>): string {
  const words = surveyWords[view.locale];
  const links = surveyLocales.map((locale) => {
    const name = localeNames[locale];
    if (locale === view.locale) return `<b aria-current="true">${name}</b>`;
    const to = address(view.path, { ...view.carried, ...more, lang: locale });
    return `<a lang="${locale}" href="${text(to)}">${name}</a>`;
  });
  return `<footer><nav aria-label="${text(words.language)}">${links.join(' ')}</nav></footer>`;
}

const placeOnly = (view: SurveyView) =>
  Object.fromEntries(Object.entries(view.carried).filter(([name]) => name !== 'answer'));

/** A path with a query. */
export function address(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
