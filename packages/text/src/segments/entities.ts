/** Letters and marks that came encoded for HTML (`isn&#39;t`, `K&ouml;n`): what a reader of the page would have seen. */

/** Those that name Latin letters: the letter, then what is over or under it. */
const letter = /^([A-Za-z])(uml|ring|acute|grave|circ|tilde|cedil)$/;
const accents: Readonly<Record<string, string>> = {
  ...{ uml: '\u0308', ring: '\u030a', acute: '\u0301', grave: '\u0300' },
  ...{ circ: '\u0302', tilde: '\u0303', cedil: '\u0327' },
};
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
  ...{ aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', szlig: 'ß', oelig: 'œ', OElig: 'Œ' },
  ...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»' },
  ...{ ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', shy: '\u00ad', iexcl: '¡', iquest: '¿' },
  ...{ euro: '€', pound: '£', cent: '¢', yen: '¥', deg: '°', copy: '©', reg: '®', trade: '™', sect: '§' },
  ...{ times: '×', frac12: '½', ordf: 'ª', ordm: 'º' },
};
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}\d{0,2}));/g;

/** A text as its reader sees it, and where each of its code units begins in the text as it came. */
export interface ReadableText {
  readonly text: string;
  /** One more than the text is long: the last is the length of the text as it came. */
  readonly starts: Uint32Array;
}

/** The text with its entities read; null where it has none, which is nearly always. What is no entity stays. */
export function withEntitiesRead(raw: string): ReadableText | null {
  if (!raw.includes('&') || !raw.includes(';')) return null;
  const starts = new Uint32Array(raw.length + 1);
  let text = '';
  let from = 0;
  const take = (piece: string, at: number, step: 0 | 1) => {
    for (let i = 0; i < piece.length; i++) starts[text.length + i] = at + step * i;
    text += piece;
  };
  for (const found of raw.matchAll(entity)) {
    const meant = meaningOf(found);
    if (meant === null) continue;
    take(raw.slice(from, found.index), from, 1);
    take(meant, found.index, 0);
    from = found.index + found[0].length;
  }
  if (from === 0) return null;
  take(raw.slice(from), from, 1);
  starts[text.length] = raw.length;
  return { text, starts };
}

/** A text as its reader sees it. */
export function entitiesRead(raw: string): string {
  return withEntitiesRead(raw)?.text ?? raw;
}

function meaningOf([, decimal, hexadecimal, name]: RegExpMatchArray): string | null {
  if (name !== undefined) return named[name] ?? accented(name);
  const point = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : null;
}

function accented(name: string): string | null {
  const [, base, accent] = letter.exec(name) ?? [];
  if (base === undefined) return null;
  const composed = (base + accents[accent as string]).normalize('NFC');
  return composed.length === 1 ? composed : null;
}
