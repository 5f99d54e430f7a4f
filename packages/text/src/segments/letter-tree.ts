/** A tree of letters in which all patterns that a word begins with, or backwards ends with, are met in one walk. */

/** Letters on their way to the patterns that begin with them; patterns that end so stand there backwards. */
interface Branch {
  readonly next: Map<number, Branch>;
  readonly ids: number[];
}

export const branch = (): Branch => ({ next: new Map(), ids: [] });

/** Code units, not characters: that is how a word is walked from its end. */
export const backwards = (text: string) => text.split('').reverse().join('');

export function plant(root: Branch, text: string, id: number): void {
  let at = root;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const next = at.next.get(code) ?? branch();
    at.next.set(code, next);
    at = next;
  }
  at.ids.push(id);
}

/** The patterns met on the way through a word, shorter ones first. */
export function gather(root: Branch, word: string, from: number, step: 1 | -1, ids: Set<number>): void {
  let at = root.next.get(word.charCodeAt(from));
  for (let i = from; at !== undefined; at = at.next.get(word.charCodeAt(i))) {
    for (const id of at.ids) ids.add(id);
    i += step;
    if (i < 0 || i >= word.length) return;
  }
}
