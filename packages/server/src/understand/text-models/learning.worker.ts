// The thread that learns from a workspace's comments: seconds of counting that no request should wait for.
import { type Agreement, gainFrom, type LabelledText, teach } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';
import type { Taught } from './model-store.ts';

const told = ({ accuracy, macroF1 }: Agreement) => ({ accuracy, macroF1 });

export default function learn(texts: readonly LabelledText[]): Taught {
  const models = shippedModels();
  const gain = gainFrom(texts, { models });
  const { bytes } = teach(texts, { models });
  return {
    ...{ texts: texts.length, topics: [], content: bytes },
    gain: gain && { texts: gain.before.texts, before: told(gain.before), after: told(gain.after) },
  };
}
