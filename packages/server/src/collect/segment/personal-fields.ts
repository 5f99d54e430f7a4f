// Promise: the properties that stand in wide rows hold no value that names a person.
const reach =
  'e?_?-?mails?|email_?address|e?_?post|e?_?post_?adress(?:e|en)?|s(?:ä|a)hk(?:ö|o)posti|phones?|phone_?(?:number|no|e164)|mobile?|mobile?_?(?:number|nummer|phone|no|nr)|cell(?:_?phone)?|tele?|tlf|tfn|telephone|telefon(?:_?nummer|_?nr|e)?|puhelin(?:_?numero)?|msisdn|fax|contact|recipient';
const called =
  'name|(?:first|last|full|given|family|middle|maiden)_?names?|surname|namn|navn|nimi|(?:f(?:ö|o)r|efter|fullt)_?namn|(?:for|efter|etter)_?navn|etu_?nimi|suku_?nimi|vor_?name|nach_?name|user_?name';
const lives =
  'address|adress|adresse|osoite|street|street_?address|gat(?:u|e)_?adresse?|katu_?osoite|stra(?:ß|ss)e|address_?(?:line)?_?[123]|(?:street|line)_?[123]';
const is =
  'ssn|social_?security(?:_?(?:number|no))?|national_?id(?:entity)?(?:_?(?:number|no))?|pnr|person_?n(?:umme)?r|personal_?(?:number|id)|cpr|cpr_?(?:nr|nummer|number|no)|fnr|f(?:ø|o|oe)dsels_?(?:nummer|nr|dato|dag|datum)|f(?:ö|o)delse_?(?:datum|dag)|henkil(?:ö|o)tunnus|hetu|syntym(?:ä|a)_?aika|birth_?(?:day|date)|date_?of_?birth|dob';
const keeps = 'ip|ip_?address|user_?agent|password|token|card_?number|iban|avatar|search|query|referrer|url';
const whose =
  'customer|contact|recipient|billing|shipping|delivery|invoice|receiver|sender|guest|user|buyer|client|caller|kund|kunde|asiakas';
/** Camel case and snake case of the same words; with whose it is before it. */
const personal = new RegExp(
  `^(?:(?:${whose})[_-]?(?:${reach}|${called}|${lives})|${reach}|${called}|${lives}|${is}|${keeps})$`,
  'i',
);
const suspicious = /@|%40|\d(?:[^A-Za-z\d]{0,3}\d){6}|\d{6}[a-y]\d{3}|[\uff10-\uff19]/i;
/** What is as long as this and has spaces is prose, in which names may stand. */
const prose = 30;
const longestText = 500;
const mostFields = 60;

/** Redacts a short text; given by the text engine. */
export type Redact = (text: string) => string;

/** Properties without fields that are personal by their name, and with numbers and addresses in texts redacted. */
export function withoutPersonal(
  properties: Record<string, unknown>,
  redact: Redact,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let fields = 0;
  for (const name of Object.keys(properties)) {
    fields += 1;
    if (fields > mostFields) break;
    if (isPersonalField(name)) continue;
    const clean = cleaned(properties[name], redact);
    if (clean !== undefined) kept[name] = clean;
  }
  return kept;
}

function cleaned(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') {
    const text = value.slice(0, longestText);
    return suspicious.test(text) || isProse(text) ? redact(text) : text;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => cleaned(one, redact) ?? null);
  if (value === null || typeof value !== 'object') return undefined;
  return withoutPersonal(value as Record<string, unknown>, redact);
}

const isProse = (text: string): boolean => text.length >= prose && /\s\S+\s/.test(text);

const mostJudged = 4_000;
const longestJudged = 64;
const judged = new Map<string, boolean>();

/** True for a field whose value names or reaches a person. The same names come again and again. */
export function isPersonalField(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const isPersonal = personal.test(name);
  if (judged.size < mostJudged && name.length <= longestJudged) judged.set(name, isPersonal);
  return isPersonal;
}
