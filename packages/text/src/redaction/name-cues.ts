// What people write before a name, in the languages that the engine reads.
const startOfWord = '(?<![\\p{L}\\p{N}])';
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

export const kinds = Object.keys(cues) as Cue[];
/** Any of them, each in a group of its own. */
export const cue = new RegExp(
  `${startOfWord}(?:${kinds.map((kind) => `(?<${kind}>${cues[kind]})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
