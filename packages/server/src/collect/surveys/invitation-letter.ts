import { escapeHtml, oneLine } from '../../access/index.ts';
import type { MailMessage } from '../../platform/mail/mail-transport.ts';
import type { SurveyLocale } from './survey-locales.ts';
import { inkOn } from './survey-look.ts';
import { questionOf } from './survey-page.ts';
import type { SurveyRow } from './survey-store.ts';
import { said, surveyWords } from './survey-words.ts';

export interface LetterParts {
  readonly survey: SurveyRow;
  readonly company: string;
  readonly place: string | null;
  readonly locale: SurveyLocale;
  readonly name: string | null;
  readonly email: string;
  /** The invitation's own page; each score links to it with the score chosen. */
  readonly page: string;
  readonly unsubscribe: string;
  readonly messageId: string;
}

/** The mail that asks one question. Its links only open the page; the page's button answers (RFC 8058 to stop). */
export function invitationLetter(parts: LetterParts): MailMessage {
  const words = surveyWords[parts.locale];
  const { survey, company, place } = parts;
  const question = questionOf({ question: survey.question, company, place }, words);
  const hello = parts.name ? said(words.mailHello, { name: oneLine(parts.name, 80) }) : null;
  const where = place ?? company;
  const foot = said(words.mailFoot, { company });
  const text = [
    hello,
    words.mailAsk,
    question,
    parts.page,
    `-- \n${foot}\n${words.unsubscribe}: ${parts.unsubscribe}`,
  ];
  return {
    to: parts.email,
    subject: oneLine(said(words.mailSubject, { where })),
    text: `${text.filter((one) => one !== null).join('\n\n')}\n`,
    html: html(parts, { hello, question, foot }),
    messageId: parts.messageId,
    headers: {
      'List-Unsubscribe': `<${parts.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
}

function html(parts: LetterParts, lines: { hello: string | null; question: string; foot: string }): string {
  const words = surveyWords[parts.locale];
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  return `<!doctype html>
<html lang="${parts.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(lines.question)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1b2227;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto">
${lines.hello ? paragraph(lines.hello) : ''}${paragraph(words.mailAsk)}
<p style="margin:0 0 16px;font-size:20px;font-weight:600">${escapeHtml(lines.question)}</p>
<p style="margin:0 0 24px">${scores(parts)}</p>
<p style="margin:32px 0 0;font-size:13px;color:#5c6670">${escapeHtml(lines.foot)}<br><a href="${escapeHtml(parts.unsubscribe)}" style="color:#5c6670">${escapeHtml(words.unsubscribe)}</a></p>
</div></body></html>
`;
}

function scores({ survey, page, locale }: LetterParts): string {
  const colour = survey.brandColour;
  const style = `background:${colour};color:${inkOn(colour)};padding:12px 0;width:40px;text-align:center;border-radius:6px;text-decoration:none;display:inline-block;margin:0 6px 8px 0`;
  const link = (score: number, label: string, wide = false) =>
    `<a href="${escapeHtml(`${page}?score=${score}`)}" style="${wide ? style.replace('width:40px', 'width:100%') : style}">${escapeHtml(label)}</a>`;
  if (survey.question === 'nps') {
    return Array.from({ length: 11 }, (_, score) => link(score, String(score))).join('\n');
  }
  const names = surveyWords[locale].csatNames;
  return [5, 4, 3, 2, 1].map((score) => link(score, names[score - 1]!, true)).join('\n');
}
