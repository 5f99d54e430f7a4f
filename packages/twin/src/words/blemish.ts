// How people really type: in a hurry, on a phone, without accents, in dialect, with their thumbs.
import type { RandomStream } from '../random.ts';

const goodFaces = ['😊', '👍', '❤️', '😍', '🙏', '⭐', '🙂', '👏', '🥰', '💚'];
const badFaces = ['😡', '👎', '😤', '🙄', '😠', '🤦', '😞', '💔'];
const mildFaces = ['😕', '🤔', '🙄', '😐', '🤷', '😬'];

/** Swaps, drops or doubles one letter inside a word. */
export function mistype(text: string, random: RandomStream): string {
  const at = 1 + random.below(Math.max(1, text.length - 2));
  const here = text[at]!;
  const next = text[at + 1];
  if (!isLetter(here) || next === undefined || !isLetter(next) || !isLetter(text[at - 1] ?? ' ')) return text;
  const kind = random.below(3);
  if (kind === 0) return text.slice(0, at) + next + here + text.slice(at + 2);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
  return text.slice(0, at) + here + text.slice(at);
}

function isLetter(character: string): boolean {
  return character.toLowerCase() !== character.toUpperCase();
}

function withoutAccents(text: string): string {
  return text
    .replace(/[åä]/g, 'a')
    .replace(/[ö]/g, 'o')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ü/g, 'u')
    .replace(/ß/g, 'ss');
}

export function shorten(text: string, forms: readonly (readonly [string, string])[]): string {
  let changed = text;
  for (const [full, short] of forms) changed = changed.split(` ${full} `).join(` ${short} `);
  return changed;
}

/** Leaves most texts almost as they are; `mood` is the latent experience. */
export function blemish(
  text: string,
  random: RandomStream,
  mood: number,
  forms: readonly (readonly [string, string])[],
): string {
  let written = text;
  if (random.chance(0.07)) written = shorten(written, forms);
  if (random.chance(0.09)) written = mistype(written, random);
  if (random.chance(0.03)) written = mistype(written, random);
  if (random.chance(0.025)) written = withoutAccents(written);
  const ending = random.share();
  if (ending < 0.36) written = written.replace(/[.]$/, '');
  else if (ending < 0.44 && Math.abs(mood) > 0.8)
    written = written.replace(/[.!]$/, random.chance(0.3) ? '!!!' : '!!');
  if (random.chance(0.13)) written = written.toLowerCase();
  else if (mood < -1.5 && random.chance(0.02)) written = written.toUpperCase();
  if (random.chance(0.075)) {
    const face = random.pick(mood < -0.9 ? badFaces : mood < 0.3 ? mildFaces : goodFaces);
    written += ` ${random.chance(0.25) ? face + face : face}`;
  }
  return written;
}
