// Promise: a screen's code is fetched when it is needed, or beforehand; what could not be fetched is asked for again when
// somebody comes back to the screen. Nothing here opens the page anew, which would lose it where nobody answers.
import { type ComponentType, createElement, type ReactNode, use } from 'react';

type Screen = (() => ReactNode) & { preload: () => Promise<void> };

/** `name` is the component's name in what `load` brings. */
export function lazyScreen(load: () => Promise<object>, name: string): Screen {
  let found: ComponentType | null = null;
  let loading: Promise<void> | null = null;
  let failed = false;
  const preload = () => {
    if (loading && !failed) return loading;
    failed = false;
    loading = load().then(
      (parts) => {
        found = (parts as Record<string, ComponentType>)[name] ?? null;
      },
      (problem: unknown) => {
        failed = true;
        throw problem;
      },
    );
    return loading;
  };
  const shown = (): ReactNode => {
    if (found === null) use(loading ?? preload());
    return found === null ? null : createElement(found);
  };
  return Object.assign(shown, { preload });
}
