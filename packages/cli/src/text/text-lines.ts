import type { Analysed } from '@lyhord/text';
import { z } from 'zod';

const plainLabel = z.enum(['positive', 'neutral', 'negative']);
const offset = z.number().int().min(0);
const language = z.string().max(35).nullish();

const TextLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language,
  score: z.number().nullish(),
  terms: z.array(z.object({ start: offset, end: offset })).nullish(),
});
export type TextLine = z.infer<typeof TextLine>;

const LabelledLine = z.object({
  text: z.string(),
  language,
  topics: z.array(z.string().min(1)).nullish(),
  label: plainLabel.nullish(),
  terms: z.array(z.object({ start: offset, end: offset, label: plainLabel })).nullish(),
});
export type LabelledLine = z.infer<typeof LabelledLine>;

/** What a line holds, or what is wrong with it. */
export type Read<Line> = { readonly line: Line } | { readonly wrong: string };

export function readTextLine(content: string): Read<TextLine> {
  return readLine(content, TextLine, '{"id":"1","text":"…"}');
}

export function readLabelledLine(content: string): Read<LabelledLine> {
  return readLine(content, LabelledLine, '{"text":"…","topics":["…"]}');
}

function readLine<Line>(content: string, shape: z.ZodType<Line>, example: string): Read<Line> {
  let json: unknown;
  try {
    json = JSON.parse(content.startsWith('\ufeff') ? content.slice(1) : content);
  } catch {
    return {
      wrong: `${JSON.stringify(content.slice(0, 60))} is not JSON; a line should look like ${example}.`,
    };
  }
  const read = shape.safeParse(json);
  if (read.success) return { line: read.data };
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the line';
  return { wrong: `${where}: ${issue?.message}; a line should look like ${example}.` };
}

/** One line of output, its fields in a fixed order; `terms` only where the line asked for them. */
export function answerLine(id: string | number, { analysis, terms }: Analysed, asked: boolean): string {
  const { language: found, sentiment, topics, mentions, redacted, flags } = analysis;
  return JSON.stringify({
    id,
    language: found,
    sentiment: { label: sentiment.label, score: rounded(sentiment.score), closest: sentiment.closest },
    topics,
    mentions: mentions.map(({ aspect, start, end, polarity, label }) => ({
      ...{ aspect, start, end, polarity: rounded(polarity), label },
    })),
    ...(asked
      ? {
          terms: terms.map(({ start, end, label, polarity }) => ({
            start,
            end,
            label,
            polarity: rounded(polarity),
          })),
        }
      : {}),
    redacted,
    flags,
  });
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
