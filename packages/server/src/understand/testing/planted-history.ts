// Months of answers and comments with a known change in them, written straight into the base tables as one commit.
import { xoshiro128 } from '@lyhord/stats';
import type { Platform } from '../../platform/platform.ts';
import { addDays } from '../questions/calendar.ts';

export interface Planted {
  readonly place: string;
  readonly from: string;
  /** Share of the customers who meet the trouble from that day on. */
  readonly share: number;
  readonly topic: string;
}
export interface History {
  readonly workspaceId: string;
  readonly places: readonly string[];
  readonly from: string;
  readonly days: number;
  readonly answersPerDay: number;
  readonly planted: readonly Planted[];
  readonly commitNo: number;
  readonly seed: number;
}

const usualTopics = ['service.staff', 'assortment', 'price', 'store.cleanliness', 'queue'];

/** Every second customer comments. The usual score is about 40 points; trouble makes a detractor. */
export async function plantHistory(platform: Platform, history: History): Promise<void> {
  const random = xoshiro128(history.seed);
  const { workspaceId, commitNo } = history;
  const rows: Record<'signals' | 'answers' | 'mentions' | 'signal_texts', Record<string, unknown>[]> = {
    signals: [],
    answers: [],
    mentions: [],
    signal_texts: [],
  };
  for (let index = 0; index < history.days; index += 1) {
    const day = addDays(history.from, index);
    for (const place of history.places) {
      const trouble = history.planted.find((one) => one.place === place && day >= one.from);
      for (let n = 0; n < history.answersPerDay; n += 1) {
        const meets = trouble !== undefined && random() < trouble.share;
        const luck = random();
        const score = meets ? Math.floor(random() * 5) : luck < 0.6 ? 9 : luck < 0.8 ? 8 : 5;
        const comments = random() < 0.5;
        const topic = meets ? trouble.topic : usualTopics[Math.floor(random() * usualTopics.length)]!;
        const label = score <= 6 ? 'negative' : score >= 9 ? 'positive' : 'neutral';
        const shared = {
          workspace_id: workspaceId,
          commit_no: commitNo,
          signal_id: `${commitNo}-${day}-${place}-${n}`,
          place_id: place,
          channel: 'web',
          touchpoint: 'store_visit',
          kind: 'survey',
          happened_at: `${day} 12:00:00.000`,
          local_day: day,
        };
        const asked = { question: 'nps', score };
        rows.signals.push({
          ...shared,
          ...asked,
          has_text: comments,
          sentiment: comments ? label : '',
          language: 'en',
        });
        rows.answers.push({ ...shared, question: 'nps', value: score });
        if (!comments) continue;
        rows.mentions.push({
          ...shared,
          ...asked,
          aspect: topic,
          label,
          polarity: score <= 6 ? -0.8 : 0.8,
          confidence: 0.9,
        });
        const { workspace_id, commit_no, signal_id, local_day } = shared;
        rows.signal_texts.push({
          workspace_id,
          commit_no,
          signal_id,
          local_day,
          text: `${topic} was ${label} on day ${index} for ${n}`,
        });
      }
    }
  }
  for (const [table, block] of Object.entries(rows)) await platform.warehouse.insert(table, block);
  await platform.warehouse.insert('commits', [
    { workspace_id: '', commit_no: commitNo, sealed_at: new Date(), rows: {} },
  ]);
}
