import { familyNameTraits, givenNameTraits, nameTraits, type TraitRow } from './customer-store.ts';

/** The customer's newest name from all that was ever said; null where nothing was. */
export function nameFrom(traits: readonly TraitRow[]): string | null {
  const newest = (names: readonly string[]) =>
    traits
      .filter((trait) => names.includes(trait.name) && trait.value.trim() !== '')
      .sort((a, b) =>
        a.happened_at === b.happened_at
          ? a.value < b.value
            ? -1
            : 1
          : a.happened_at < b.happened_at
            ? 1
            : -1,
      )[0]?.value;
  const whole = newest(nameTraits);
  const parts = [newest(givenNameTraits), newest(familyNameTraits)].filter(Boolean).join(' ');
  return whole ?? (parts || null);
}
