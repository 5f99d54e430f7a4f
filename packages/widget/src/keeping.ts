// What is kept in the browser, under one prefix; where a browser keeps nothing, for as long as the page stands.
export const nameOf = (name: string): string => `lyhord.${name}`;
const inPage = new Map<string, string>();

export function read(name: string): string | null {
  try {
    // what a full store did not take is newer than what it holds
    return inPage.get(name) ?? localStorage.getItem(nameOf(name));
  } catch {
    return inPage.get(name) ?? null;
  }
}

/** False where the value is longer than `most`. */
export function write(name: string, value: string, most = 1_000): boolean {
  if (value.length > most) return false;
  try {
    localStorage.setItem(nameOf(name), value);
    inPage.delete(name);
  } catch {
    inPage.set(name, value);
  }
  return true;
}

export function forget(name: string): void {
  inPage.delete(name);
  try {
    localStorage.removeItem(nameOf(name));
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
