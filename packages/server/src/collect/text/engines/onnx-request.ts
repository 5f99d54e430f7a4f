import type { Shares } from './second-engine.ts';

/** What the thread with the model is asked. */
export interface OnnxRequest {
  readonly path: string;
  readonly texts: readonly string[];
}

/** Shares for each text, or why the model cannot be used, in a sentence. */
export type OnnxReply = { readonly shares: readonly Shares[] } | { readonly trouble: string };
