// What people write before a name, in the languages that the engine reads.
const cues = {
  signsOff:
    'mvh|m\\.v\\.h|vh|kh|mfg|(?:med |mit )?(?:vänlig|vänliga|varma|bästa|hjärtliga|venlig|vennlig|kærlig|hjertelig|beste|bedste|ystävällisin|freundlichen|freundliche|besten|beste|viele|liebe|herzliche|herzlichen|kind|best|warm) (?:hälsning|hälsningar|hilsen|hilsner|terveisin|grüße|grüßen|grüssen|gruß|regards|wishes)|hälsningar|hälsar|hilsen|hilsner|terveisin|t\\.|regards|sincerely|yours truly|yours faithfully|gruß|grüße|cordialement|atenciosamente',
  isCalled:
    "jag heter|heter jag|mitt namn är|namnet är|jeg hedder|jeg heter|mit navn er|mitt navn er|navnet er|nimeni on|minun nimeni on|my name is|my name's|i am called|ich heiße|ich heisse|mein name ist|meu nome é|me chamo|je m'appelle|mi nombre es|me llamo|ik heet|mijn naam is",
  isPerson: "jag är|jeg er|olen|i am|i'm|ich bin|je suis|eu sou|yo soy|ik ben",
  title:
    'herr|(?<!\\d )hr\\.|fru|fröken|frk\\.?|(?<!(?:die|eine|einer|meine|meiner|diese|dieser) )frau|herra|rouva|mr\\.?|mrs\\.?|ms\\.?|dr\\.?|doktor',
  greets:
    'vänligen|hej|hei|hejsan|tjena|hallå|hi|hello|dear|kära|käre|kære|kjære|bästa|moi|terve|liebe|lieber|hallo',
} as const;
export type Cue = keyof typeof cues;

const kinds = Object.keys(cues) as Cue[];
/** Any of them, each in a group of its own. */
const cue = new RegExp(
  `(?:${kinds.map((kind) => `(?<${kind}>${cues[kind]})`).join('|')})(?![\\p{L}\\p{N}])`,
  'iuy',
);

export interface CueFound {
  readonly kind: Cue;
  readonly text: string;
  readonly start: number;
}

/** What may come before a name, in order; looked for where words begin, a third of the time of looking everywhere. */
export function cuesIn(text: string): CueFound[] {
  const found: CueFound[] = [];
  let within = false;
  for (let at = 0; at < text.length; at += 1) {
    const before = within;
    within = isOfWord(text.charCodeAt(at));
    if (before || !within) continue;
    cue.lastIndex = at;
    const match = cue.exec(text);
    if (match === null) continue;
    const kind = kinds.find((one) => match.groups?.[one] !== undefined) as Cue;
    found.push({ kind, text: match[0], start: at });
    at += match[0].length - 1;
    within = isOfWord(text.charCodeAt(at));
  }
  return found;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function isOfWord(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  return letterOrDigit.test(String.fromCharCode(code));
}
