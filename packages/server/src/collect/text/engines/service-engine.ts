// A service that speaks the protocol of OpenAI's chat completions, by its URL. Only redacted texts leave the machine,
// through the one way out, each alone in its request, so that no comment can change what is said of another.
import type { TextAnalysis, TopicTree } from '@lyhord/contract';
import type { Egress } from '../../../platform/egress/egress.ts';
import { alone, type SecondEngine, type Told } from './second-engine.ts';
import { answered, requestFor } from './service-answer.ts';

export interface ServiceSettings {
  /** Such as https://models.example.org/v1; `/chat/completions` is added. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  /** Most time for a group of texts; what is not answered by then stays with the own engine. */
  readonly seconds: number;
}

const atOnce = 4;
/** So many failures in a row, and the service is left alone for a while. */
const failuresInRow = 3;
const pauseMs = 60_000;
const largestAnswer = 256 * 1024;

export function createServiceEngine(
  settings: ServiceSettings,
  egress: Egress,
  warn: (trouble: string) => void,
  now: () => number,
): SecondEngine {
  const name = `service ${settings.model}`;
  const address = `${settings.url.replace(/\/+$/, '')}/chat/completions`;
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    ...(settings.key === null ? {} : { authorization: `Bearer ${settings.key}` }),
  };
  let failures = 0;
  let pausedUntil = 0;

  function failed(trouble: string, pause = 0): { trouble: string } {
    failures += 1;
    if (failures >= failuresInRow) pausedUntil = now() + pauseMs;
    if (pause > 0) pausedUntil = Math.max(pausedUntil, now() + pause);
    return { trouble };
  }

  async function ask(own: TextAnalysis, tree: TopicTree, timeoutMs: number): Promise<Told<TextAnalysis>> {
    const body = requestFor(own, tree, settings.model);
    const request = { method: 'POST' as const, headers, body, timeoutMs, maxBytes: largestAnswer };
    try {
      const reply = await egress.request(address, request);
      if (reply.status === 429) return failed('busy (429)', busyMs(reply.headers['retry-after']));
      if (reply.status !== 200) return failed(`refused (${reply.status})`);
      const said = answered(own, reply.body.toString('utf8'), tree, name);
      // a comment that leads the service astray must not keep it from the others
      if (said === null) return { trouble: 'its answer cannot be used' };
      failures = 0;
      return { said };
    } catch (problem) {
      return failed(
        problem instanceof Error && problem.name === 'EgressRefused' ? problem.message : 'no answer',
      );
    }
  }

  return {
    name,
    async read(own, tree) {
      const until = performance.now() + settings.seconds * 1_000;
      const all = [...own];
      const troubles = new Map<string, number>();
      let next = 0;
      const reader = async () => {
        for (let i = next++; i < own.length; i = next++) {
          const one = own[i] as TextAnalysis;
          if (one.redacted.trim() === '') continue;
          const left = Math.floor(until - performance.now());
          const told =
            now() < pausedUntil
              ? { trouble: 'left alone for a while' }
              : left <= 0
                ? { trouble: 'no time left' }
                : await ask(one, tree, left);
          if ('said' in told) all[i] = told.said;
          else {
            all[i] = alone(one, name, shortly(told.trouble));
            troubles.set(told.trouble, (troubles.get(told.trouble) ?? 0) + 1);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, reader));
      for (const [trouble, texts] of troubles) warn(`${trouble}; texts read without it: ${texts}`);
      return all;
    },
    async trouble(own, tree) {
      const told = await ask(own, tree, settings.seconds * 1_000);
      return 'trouble' in told ? told.trouble : null;
    },
    async stop() {},
  };
}

/** What is stored beside every such text; addresses belong into the log alone. */
const shortly = (trouble: string): string => {
  if (trouble.includes(' did not answer within ')) return 'no answer';
  return trouble.length <= 40 ? trouble : 'not reached';
};

const longestPauseMs = 300_000;
const usualPauseMs = 10_000;
function busyMs(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(longestPauseMs, seconds * 1_000) : usualPauseMs;
}
