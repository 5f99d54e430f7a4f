// Promise: the properties that stand in wide rows hold no value that names a person.
const personal =
  /^(e?_?-?mails?|email_?address|phones?|phone_?number|mobile|tel|telephone|name|first_?name|last_?name|full_?name|given_?name|family_?name|surname|address|street|street_?address|ssn|personnummer|personal_?number|cpr|fodselsnummer|henkilotunnus|hetu|birth_?(day|date)|date_?of_?birth|dob|ip|ip_?address|user_?agent|password|token|card_?number|iban|avatar|username|user_?name|recipient|contact|customer_?name|search|query|referrer|url)$/i;
const suspicious = /@|\d[\d\s-]{6,}\d/;
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
    return suspicious.test(text) ? redact(text) : text;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => cleaned(one, redact) ?? null);
  if (value === null || typeof value !== 'object') return undefined;
  return withoutPersonal(value as Record<string, unknown>, redact);
}

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
