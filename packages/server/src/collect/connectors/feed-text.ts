// Promise: a feed's letters and dates are read as they were meant, whoever wrote it.
import type { EgressReply } from '../../platform/egress/egress.ts';
import { textIn } from '../http/source-bodies.ts';

/**
 * The letters are those of the byte order mark, of the content type, or of the declaration in the first line; a text that
 * is not what it says is one of Latin-1, as files are.
 */
export function textOfFeed({ body, headers }: Pick<EgressReply, 'body' | 'headers'>): string {
  const type = headers['content-type'] ?? '';
  const declared = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    body.subarray(0, 300).toString('latin1'),
  )?.[1];
  const named = /;\s*charset=/i.test(type) || declared === undefined ? type : `${type};charset=${declared}`;
  const { text, exact } = textIn(body, named);
  return exact ? text : textIn(body, 'text/xml;charset=windows-1252').text;
}

/** Zones of Europe that feeds write by name though no rule has them; JavaScript reads those of America. */
const zones: Readonly<Record<string, string>> = {
  WET: '+0000',
  WEST: '+0100',
  BST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
};

/** Milliseconds since 1970 of a date in a feed; NaN where it is none. */
export const momentOfFeed = (text: string): number =>
  Date.parse(text.replace(/\b(WES?T|BST|CES?T|EES?T)$/, (zone) => zones[zone]!));
