// Promise: a signal is kept when it says something that can be true, and refused with the field, the value and what
// would be right when it does not.
import { expects, questionScales, SignalInput, type SignalReceived } from '@lyhord/contract';
import { entitiesRead } from '@lyhord/text/entities';
import type { Draft, ReadItem, Remark } from '../arrivals/arrival.ts';
import type { Reader } from '../arrivals/reading.ts';
import { isWellFormed, readableText } from '../arrivals/well-formed.ts';
import { firstWrong, idOf, wrongField } from '../arrivals/wrong-field.ts';
import { canonicalJson, TooDeep } from '../keys/canonical-json.ts';
import { readHappened } from '../moments/read-moment.ts';

/** `receivedAt` and the like differ between two sendings of one message. */
const sendingFields = new Set(['sentAt', 'receivedAt']);
const mostPropertiesBytes = 32 * 1024;

export const readSignal: Reader = (raw, reading) => {
  const parsed = SignalInput.safeParse(raw);
  if (!parsed.success) return { messageId: idOf(raw), refused: firstWrong(parsed.error, raw) };
  const signal = parsed.data;
  const place = signal.place ? reading.placeOf(signal.place) : null;
  const happened = readHappened(signal.happenedAt, reading.receivedAt, place?.timeZone ?? reading.timeZone);
  if ('wrong' in happened)
    return refused(signal, wrongField('happenedAt', signal.happenedAt, happened.wrong));
  const wrong = wrongAnswer(signal) ?? wrongWords(signal);
  if (wrong) return refused(signal, wrong);
  const content = contentOf(raw);
  if (typeof content !== 'string') return refused(signal, content);
  return { messageId: signal.messageId, content, draft: signalDraft(signal, happened.at) };
};

/** A draft of a signal that needs no checks, with its words made readable. */
export function signalDraft(signal: SignalReceived, happenedAt: number): Draft {
  const text = signal.text ? customersWords(signal.text) : '';
  const title = signal.title ? customersWords(signal.title) : '';
  return {
    noun: 'signal',
    signal: { ...signal, text: text || null, properties: keptProperties(signal) },
    happenedAt,
    traits: [],
    analysis: null,
    title,
  };
}

/** As the customer typed them: many systems give them out encoded for a web page (`isn&#39;t`). */
const customersWords = (text: string) => readableText(entitiesRead(text));

/** Turn and case stand beside what the source adds of its own. */
function keptProperties({ properties, turn, case: caseId }: SignalReceived): Record<string, unknown> {
  return {
    ...properties,
    ...(turn == null ? {} : { turn }),
    ...(caseId ? { case: caseId } : {}),
  };
}

const refused = (signal: SignalReceived, remark: Remark): ReadItem => ({
  messageId: signal.messageId,
  refused: remark,
});

function wrongAnswer({ answers }: SignalReceived): Remark | null {
  const seen = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const field = `answers[${index}]`;
    if (seen.has(answer.question))
      return wrongField(`${field}.question`, answer.question, expects('asked_once'));
    seen.add(answer.question);
    const scale = questionScales[answer.question] ?? {
      min: answer.min ?? Number.NEGATIVE_INFINITY,
      max: answer.max ?? Number.POSITIVE_INFINITY,
      whole: false,
    };
    const inside = answer.value >= scale.min && answer.value <= scale.max;
    if (inside && (!scale.whole || Number.isInteger(answer.value))) continue;
    const { min, max } = scale;
    return wrongField(
      `${field}.value`,
      answer.value,
      expects(scale.whole ? 'whole_between' : 'number_between', { min, max }),
    );
  }
  return null;
}

function wrongWords(signal: SignalReceived): Remark | null {
  const ids = { messageId: signal.messageId, reference: signal.reference, conversation: signal.conversation };
  for (const [field, value] of Object.entries(ids)) {
    if (value && !isWellFormed(value)) return wrongField(field, value, expects('well_formed'));
  }
  if (signal.answers.length > 0 || signal.text?.trim() || signal.title?.trim()) return null;
  return {
    reason: 'empty',
    field: 'text',
    detail:
      'The signal says nothing: answers is empty and text is missing, but at least one of them should say something.',
  };
}

function contentOf(raw: unknown): string | Remark {
  try {
    const { properties } = raw as { properties?: unknown };
    if (properties && canonicalJson(properties).length > mostPropertiesBytes) {
      return { reason: 'too_large', field: 'properties', detail: 'properties takes more than 32 kB.' };
    }
    return canonicalJson(raw, sendingFields);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { reason: 'too_deep', field: 'properties', detail: `properties ${error.message}.` };
  }
}
