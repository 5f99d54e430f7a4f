/**
 * News between parts of the product: at most once, in this process at once, in others by NOTIFY. A subscriber of
 * `null` knows only that there is news it has not got, and looks for itself: what was too long, and whatever was said
 * while the connection for listening was lost.
 */
export interface Announcements {
  /** `payload` must be JSON and small; other processes get it when it fits in 7,500 bytes, else `null`. */
  announce(topic: string, payload: unknown): void;
  // biome-ignore lint/suspicious/noExplicitAny: each topic's subscriber knows its payload
  subscribe(topic: string, heard: (payload: any) => void): () => void;
}
