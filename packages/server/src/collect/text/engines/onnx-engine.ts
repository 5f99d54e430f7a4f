// A model of the operator's own, by the path of its file: it judges the feeling of texts and of the clauses that
// mentions stand in. Language, topics, spans and what is personal stay with the product's own engine.
import { basename } from 'node:path';
import type { Mention, TextAnalysis } from '@lyhord/contract';
import { Piscina } from 'piscina';
import { workerFile } from '../worker-file.ts';
import type { OnnxReply, OnnxRequest } from './onnx-request.ts';
import {
  alone,
  feelingOf,
  isMixed,
  readBy,
  type SecondEngine,
  type Shares,
  type Told,
  wantedFeelings,
} from './second-engine.ts';

const idleMs = 60_000;
const longestTaskMs = 60_000;

export function createOnnxEngine(path: string, warn: (trouble: string) => void): SecondEngine {
  const name = `onnx ${basename(path)}`;
  let threads: Piscina<OnnxRequest, OnnxReply> | null = null;

  async function judge(texts: readonly string[]): Promise<Told<readonly Shares[]>> {
    try {
      threads ??= new Piscina<OnnxRequest, OnnxReply>({
        filename: await workerFile('onnx', import.meta.url),
        ...{ minThreads: 0, maxThreads: 1, idleTimeout: idleMs },
      });
      const reply = await threads.run({ path, texts }, { signal: AbortSignal.timeout(longestTaskMs) });
      return 'shares' in reply ? { said: reply.shares } : reply;
    } catch {
      return { trouble: `it did not answer within ${longestTaskMs / 1_000} s` };
    }
  }

  return {
    name,
    async read(own, tree) {
      const feelings = wantedFeelings(tree);
      const textsOf = (one: TextAnalysis) => (isBlank(one) ? [] : [one.redacted, ...clauses(one, feelings)]);
      const asked = [...new Set(own.flatMap(textsOf))];
      if (asked.length === 0) return [...own];
      const told = await judge(asked);
      if ('trouble' in told) {
        warn(told.trouble);
        return own.map((one) => alone(one, name, 'not usable'));
      }
      const shares = new Map(asked.map((text, i) => [text, told.said[i] as Shares]));
      return own.map((one) => (isBlank(one) ? one : judged(one, name, shares, feelings)));
    },
    async trouble(own) {
      const told = await judge([own.redacted]);
      return 'trouble' in told ? told.trouble : null;
    },
    async stop() {
      await threads?.destroy();
      threads = null;
    },
  };
}

const isBlank = ({ redacted }: TextAnalysis) => redacted.trim() === '';
const clauseOf = ({ redacted }: TextAnalysis, { clause }: Mention) =>
  redacted.slice(clause.start, clause.end);
const clauses = (own: TextAnalysis, feelings: ReadonlySet<string>): string[] =>
  own.mentions.filter(({ aspect }) => !feelings.has(aspect)).map((mention) => clauseOf(own, mention));

function judged(
  own: TextAnalysis,
  name: string,
  shares: ReadonlyMap<string, Shares>,
  feelings: ReadonlySet<string>,
): TextAnalysis {
  const whole = feelingOf(shares.get(own.redacted) as Shares);
  const mentions = own.mentions.map((mention): Mention => {
    if (feelings.has(mention.aspect)) return mention;
    const { label, score, confidence } = feelingOf(shares.get(clauseOf(own, mention)) as Shares);
    return { ...mention, label, confidence, polarity: score };
  });
  const { label: closest, score, confidence } = whole;
  const label = isMixed(mentions) ? 'mixed' : closest;
  return { ...own, sentiment: { label, closest, score, confidence }, mentions, engine: readBy(own, name) };
}
