import type { SegmentMessage } from '@lyhord/contract';
import type { Trait } from '../arrivals/arrival.ts';
import { readableText } from '../arrivals/well-formed.ts';

const mostTraits = 100;
const longestName = 64;
const longestValue = 500;

/** What an identify call says of the customer; nested traits get dotted names, `address.city`. */
export function traitsOf(message: SegmentMessage): Trait[] {
  if (message.type !== 'identify' || !message.traits) return [];
  const traits: Trait[] = [];
  collect(message.traits, '', traits);
  return traits;
}

/** What a group call says of the company. Its name is no person's, so it stands under a name of its own. */
export function companyTraits({ traits }: SegmentMessage): Record<string, unknown> {
  const { name, ...others } = traits ?? {};
  return typeof name === 'string' && name.trim() !== '' ? { ...others, company_name: name.trim() } : others;
}

function collect(from: Record<string, unknown>, prefix: string, into: Trait[]): void {
  for (const [key, value] of Object.entries(from)) {
    if (into.length >= mostTraits) return;
    const name = `${prefix}${key}`.slice(0, longestName);
    const nested = value !== null && typeof value === 'object' && !Array.isArray(value);
    if (nested && prefix.split('.').length < 4) collect(value as Record<string, unknown>, `${name}.`, into);
    else if (['string', 'number', 'boolean'].includes(typeof value)) {
      into.push({ name, value: readableText(String(value)).slice(0, longestValue) });
    }
  }
}
