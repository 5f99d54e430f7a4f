import { questionScales, type SignalReceived } from '@lyhord/contract';
import type { Redact } from '../segment/personal-fields.ts';
import type { TextPool, TextToAnalyse } from '../text/text-pool.ts';
import { type Batch, open } from './batch.ts';

/** Redacts and understands what customers wrote, before anything of it is stored. */
export async function analyseText(batch: Batch, pool: TextPool, redact: Redact): Promise<void> {
  const drafts = open(batch).flatMap(({ draft, place }) =>
    draft?.noun === 'signal' ? [{ draft, country: place?.country ?? null }] : [],
  );
  for (const { draft } of drafts) if (draft.title !== '') draft.title = redact(draft.title);
  const written = drafts.filter(({ draft }) => draft.signal.text);
  if (written.length === 0) return;
  const texts = written.map(({ draft, country }) => textOf(draft.signal, country));
  const analyses = await pool.analyse(batch.workspaceId, texts);
  written.forEach(({ draft }, index) => {
    draft.analysis = analyses[index]!;
  });
}

function textOf(signal: SignalReceived, country: string | null): TextToAnalyse {
  const score = scaledScore(signal);
  return {
    text: signal.text!,
    ...(signal.language ? { languageHint: signal.language } : {}),
    ...(country && locales[country] ? { locale: locales[country] } : {}),
    ...(score === null ? {} : { score }),
  };
}

const locales: Readonly<Record<string, string>> = {
  SE: 'sv-SE',
  DK: 'da-DK',
  NO: 'nb-NO',
  FI: 'fi-FI',
  DE: 'de-DE',
  AT: 'de-AT',
  GB: 'en-GB',
  IE: 'en-IE',
  US: 'en-US',
  BR: 'pt-BR',
  PT: 'pt-PT',
};

const mainQuestions = ['nps', 'csat', 'stars', 'ces'];

/** The answer that stands for the whole signal: NPS before CSAT before stars before effort before any other. */
export function mainAnswer(signal: SignalReceived): SignalReceived['answers'][number] | null {
  for (const question of mainQuestions) {
    const answer = signal.answers.find((one) => one.question === question);
    if (answer) return answer;
  }
  return signal.answers[0] ?? null;
}

/** The main answer on −1 … 1, where its scale is known. */
export function scaledScore(signal: SignalReceived): number | null {
  const answer = mainAnswer(signal);
  if (!answer) return null;
  const { min, max } = questionScales[answer.question] ?? answer;
  if (min === undefined || max === undefined || max <= min) return null;
  return ((answer.value - min) / (max - min)) * 2 - 1;
}
