import type { TextAnalysis } from '@lyhord/contract';
import { z } from 'zod';

const TextLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().max(35).optional(),
  score: z.number().min(-1).max(1).optional(),
});
export type TextLine = z.infer<typeof TextLine>;

/** One line of input, or what is wrong with it. */
export function readTextLine(line: string): TextLine | { wrong: string } {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return {
      wrong: `${JSON.stringify(line.slice(0, 60))} is not JSON; a line should look like {"id":"1","text":"…"}.`,
    };
  }
  const read = TextLine.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return {
    wrong: `${issue?.path.join('.') || 'the line'}: ${issue?.message}; a line should look like {"id":"1","text":"…"}.`,
  };
}

/** One line of output, its fields in a fixed order. */
export function answerLine(id: string | number, analysis: TextAnalysis): string {
  const { language, sentiment, topics, mentions, redacted, flags } = analysis;
  return JSON.stringify({
    id,
    language,
    sentiment: { label: sentiment.label, score: sentiment.score, closest: sentiment.closest },
    topics,
    mentions: mentions.map(({ aspect, start, end, polarity, label }) => ({
      aspect,
      start,
      end,
      polarity,
      label,
    })),
    redacted,
    flags,
  });
}
