// Joins the parts of rollups after many days were made. Nobody waits for it: the same is read, only faster.
import type { Platform } from '../../platform/platform.ts';
import { joinParts } from './day-store.ts';

export interface PartJoiner {
  /** After a rest: when many days were made there is more to do at first than to make reading faster. */
  soon(): void;
  now(): Promise<void>;
  stop(): Promise<void>;
}

const restMs = 20_000;

export function createPartJoiner({ warehouse, log }: Pick<Platform, 'warehouse' | 'log'>): PartJoiner {
  let joining: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    joining = joinParts(warehouse).catch((error: unknown) => {
      log.warn({ err: error }, 'parts of rollups were not joined');
    });
    return joining;
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(now, restMs).unref();
    },
    now,
    async stop() {
      clearTimeout(timer);
      await joining;
    },
  };
}
