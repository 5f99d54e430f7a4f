// What a template makes out of what another system sent.
import type { Template, valueForms } from '@lyhord/contract';
import { plainText } from './plain-text.ts';
import { elementsAt, type Scope, valueAt } from './value-at.ts';

type Form = (typeof valueForms)[number];
type Members = { readonly [member: string]: Template };
const mostElements = 500;

/** The item; members without a value are left out. */
export function fillTemplate(template: Template, scope: Scope): unknown {
  if (typeof template === 'string') return /^[$@]/.test(template) ? valueAt(template, scope) : template;
  if (template === null || typeof template !== 'object') return template;
  if (Array.isArray(template)) {
    return template
      .flatMap((one) => {
        const value = fillTemplate(one, scope);
        return isEach(one) && Array.isArray(value) ? value : [value];
      })
      .filter((value) => value !== undefined);
  }
  return filledObject(template as Members, scope);
}

const isEach = (template: Template) =>
  template !== null && typeof template === 'object' && '$each' in template;

function filledObject(template: Members, scope: Scope): unknown {
  if ('$constant' in template) return template.$constant;
  if ('$path' in template)
    return exchanged(valueAt(template.$path as string, scope), template, scope.choosing ?? false);
  if ('$first' in template) {
    for (const one of template.$first as readonly Template[]) {
      const value = fillTemplate(one, { ...scope, choosing: true });
      if (value !== undefined && value !== null && value !== '') return value;
    }
    return undefined;
  }
  if ('$join' in template) return joined(template, scope);
  if ('$each' in template) {
    const elements = elementsAt(template.$each as string, scope).slice(0, mostElements);
    return elements.map((element) => fillTemplate(template.$item ?? '@', { ...scope, element }));
  }
  const item: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(template)) {
    const value = fillTemplate(one, scope);
    if (value !== undefined && value !== null && name !== '__proto__') item[name] = value;
  }
  // an identifier without its value names nobody
  return 'value' in template && !('value' in item) ? undefined : item;
}

function joined(template: Members, scope: Scope): string | undefined {
  const parts = (template.$join as readonly Template[]).map((one) => fillTemplate(one, scope));
  if (parts.some((part) => part === '' || part == null || typeof part === 'object')) return undefined;
  return parts.map(String).join(typeof template.$with === 'string' ? template.$with : ':');
}

/** A value that has no exchange stays, so that its reader can name it; of several choices it is none. */
function exchanged(value: unknown, { $as, $values }: Members, choosing: boolean): unknown {
  if (value === undefined || value === null) return undefined;
  const formed = $as === undefined ? value : inForm(value, $as as Form);
  if ($values === undefined || typeof formed === 'object') return formed;
  const known = $values as Readonly<Record<string, unknown>>;
  const key = String(formed);
  return Object.hasOwn(known, key) ? known[key] : choosing ? undefined : formed;
}

/** A list or an object has no such form: it stays, so that its reader can name it. */
function inForm(value: unknown, form: Form): unknown {
  if (typeof value === 'object') return form === 'text' ? undefined : value;
  switch (form) {
    case 'text':
      return String(value);
    case 'number':
      return asNumber(value);
    case 'plain':
      return plainText(String(value));
    case 'seconds':
      return asNumber(value) === undefined ? value : Math.round(Number(value) * 1_000);
    case 'key':
      return String(value)
        .toLowerCase()
        .replace(/[^a-z0-9_.-]+/g, '_')
        .slice(0, 64);
    case 'lower':
      return String(value).toLowerCase();
  }
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
