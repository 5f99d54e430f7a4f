import type { SignalCard } from '@lyhord/contract';
import { useEffect, useMemo, useRef, useState } from 'react';

interface Arrivals {
  shown: readonly SignalCard[];
  /** How many wait above, because the reader is further down. */
  held: number;
  /** Those that have just arrived, to slide in. */
  fresh: ReadonlySet<string>;
  release: () => void;
}

const none: ReadonlySet<string> = new Set();

/** New signals slide in at the top; when the reader has scrolled down they wait, so that nothing jumps. */
export function useArrivals(signals: readonly SignalCard[]): Arrivals {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [newest, setNewest] = useState<string | null>(null);
  const [fresh, setFresh] = useState(none);

  useEffect(() => {
    const before = known.current;
    known.current = new Set(signals.map(({ id }) => id));
    const first = signals.findIndex(({ id }) => before?.has(id));
    if (!before || first <= 0) return;
    const arrived = new Set(signals.slice(0, first).map(({ id }) => id));
    if (window.scrollY > 200) {
      setNewest((held) => held ?? signals[first]?.id ?? null);
      return;
    }
    setFresh(arrived);
    const timer = setTimeout(() => setFresh(none), 1_500);
    return () => clearTimeout(timer);
  }, [signals]);

  const held = useMemo(() => {
    if (newest === null) return 0;
    return Math.max(
      0,
      signals.findIndex(({ id }) => id === newest),
    );
  }, [signals, newest]);
  return {
    shown: held > 0 ? signals.slice(held) : signals,
    held,
    fresh,
    release: () => {
      setNewest(null);
      setFresh(new Set(signals.slice(0, held).map(({ id }) => id)));
      window.scrollTo({ top: 0, behavior: 'smooth' });
    },
  };
}
