// Promise: a path reaches what another system sent and nothing else: no member that the sender did not write.
export interface Scope {
  /** What `$` stands for. */
  readonly root: unknown;
  /** What `@` stands for: the element at hand of an `$each`. */
  readonly element?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** True while one of several templates is chosen. */
  readonly choosing?: boolean;
}

type Step = { member: string } | { index: number } | { with: string[]; equal: string };

const stepPattern = /\.([\w:-]+)|\[(-1|\d+)\]|\[([\w.:-]+)=([^\]]*)\]/g;

/** The value at a path; of a `[member=value]` the first that fits; undefined where nothing stands. */
export function valueAt(path: string, scope: Scope): unknown {
  return valuesAt(path, scope)[0];
}

/** Every element that a path reaches: lists are opened at its end, and `[member=value]` keeps all that fit. */
export function elementsAt(path: string, scope: Scope): unknown[] {
  return valuesAt(path, scope).flatMap((value) => (Array.isArray(value) ? value : [value]));
}

function valuesAt(path: string, scope: Scope): unknown[] {
  if (path.startsWith('$header.')) return [scope.headers?.[path.slice(8).toLowerCase()]];
  let found: unknown[] = [path.startsWith('@') ? scope.element : scope.root];
  for (const step of stepsOf(path)) {
    found = found.flatMap((value) => below(value, step)).filter((value) => value != null);
  }
  return found;
}

function below(value: unknown, step: Step): unknown[] {
  if (value === null || typeof value !== 'object') return [];
  if ('member' in step) return Object.hasOwn(value, step.member) ? [(value as never)[step.member]] : [];
  if (!Array.isArray(value)) return [];
  if ('index' in step) return [value.at(step.index)];
  return value.filter((one) => {
    const member = memberAt(one, step.with) ?? '';
    return typeof member !== 'object' && step.equal === String(member);
  });
}

function memberAt(value: unknown, members: readonly string[]): unknown {
  return members.reduce<unknown>((at, member) => below(at, { member })[0], value);
}

function stepsOf(path: string): Step[] {
  return [...path.matchAll(stepPattern)].map(([, member, index, condition, equal]) => {
    if (member !== undefined) return { member };
    if (index !== undefined) return { index: Number(index) };
    return { with: condition!.split('.'), equal: equal! };
  });
}
