import { shippedTopics } from '@lyhord/text/topics';
import type { Egress } from '../../../platform/egress/egress.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unreadText } from '../unread-text.ts';
import { createOnnxEngine } from './onnx-engine.ts';
import type { SecondEngine } from './second-engine.ts';
import { createServiceEngine } from './service-engine.ts';

type Settings = Pick<Platform['config'], 'textOnnx' | 'textService'>;

/** The engine that the operator has put beside the product's own; null, as it is unless they do. */
export function configuredEngine(
  { textOnnx, textService }: Settings,
  egress: Egress,
  warn: (trouble: string) => void,
  now: () => number,
): SecondEngine | null {
  if (textOnnx !== null) return createOnnxEngine(textOnnx, warn);
  return textService === null ? null : createServiceEngine(textService, egress, warn, now);
}

const quietMs = 60_000;
/** Tells a trouble at most once a minute, however many texts meet it. */
export function seldom(warn: (trouble: string) => void, now: () => number): (trouble: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (trouble) => {
    if (now() - last < quietMs) return;
    last = now();
    warn(trouble);
  };
}

/** Asks the engine that is configured to read a sentence of ours: null where none is, else what is wrong with it. */
export async function triedEngine(
  settings: Settings,
  egress: Egress,
): Promise<{ name: string; trouble: string | null } | null> {
  const second = configuredEngine(settings, egress, () => undefined, Date.now);
  if (second === null) return null;
  const trouble = await second.trouble(unreadText('The coffee was good.'), shippedTopics);
  await second.stop();
  return { name: second.name, trouble };
}
