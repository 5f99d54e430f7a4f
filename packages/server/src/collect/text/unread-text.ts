import type { TextAnalysis } from '@lyhord/contract';
import { redact } from '@lyhord/text/redact';

/** What is known of a text that the engine could not read: its words without personal values, and nothing more. */
export function unreadText(text: string): TextAnalysis {
  return {
    language: '',
    languageConfidence: 0,
    sentiment: { label: 'neutral', score: 0, closest: 'neutral', confidence: 0 },
    mentions: [],
    topics: [],
    keyphrases: [],
    flags: [],
    ...redact(text),
    engine: '',
  };
}
