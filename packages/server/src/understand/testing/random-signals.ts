// Signals of many shapes, the same for the same seed.
import type { SignalInput } from '@lyhord/contract';
import { xoshiro128 } from '@lyhord/stats';
import { addDays } from '../questions/calendar.ts';

const texts = [
  'The queue was far too long and the staff were rude.',
  'Great service, friendly staff, but the prices are too high.',
  'Kön var alldeles för lång.',
  'Trevlig personal och rent i butiken!',
  'Leveransen kom för sent och paketet var trasigt.',
  'Butikken var beskidt, men personalet var venligt.',
  'Levering kom til tiden, tak.',
  'The app does not work, I cannot log in.',
  'Fine.',
];
const places = ['lund', 'malmo', 'arhus', 'odense', 'eshop', 'nowhere', null];
const touchpoints = ['checkout', 'delivery', 'support', 'store_visit', 'other_thing', null];
const channels = ['web', 'app', 'email', 'kiosk'] as const;
const kinds = ['survey', 'review', 'ticket', 'staff'] as const;
const campaigns = ['spring', 'autumn', null];

export const firstDay = '2026-02-20';
export const dayCount = 40;

export function randomSignals(count: number, seed: number): SignalInput[] {
  const random = xoshiro128(seed);
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const whole = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  return Array.from({ length: count }, (_, index): SignalInput => {
    const answers = [
      ...(random() < 0.7 ? [{ question: 'nps', value: whole(0, 10) }] : []),
      ...(random() < 0.4 ? [{ question: 'csat', value: whole(1, 5) }] : []),
      ...(random() < 0.15 ? [{ question: 'stars', value: whole(2, 10) / 2 }] : []),
      ...(random() < 0.15 ? [{ question: 'ces', value: whole(1, 7) }] : []),
      ...(random() < 0.15 ? [{ question: 'expectation', value: whole(1, 3), min: 1, max: 3 }] : []),
      ...(random() < 0.2
        ? ['feeling.safe', 'feeling.inspired', 'criterion.time'].map((question) => ({
            ...{ question, value: whole(1, 5), min: 1, max: 5 },
          }))
        : []),
    ];
    const text = answers.length === 0 || random() < 0.5 ? one(texts) : null;
    const day = addDays(firstDay, whole(0, dayCount - 1));
    const time = `${String(whole(0, 23)).padStart(2, '0')}:${String(whole(0, 59)).padStart(2, '0')}`;
    return {
      messageId: `m${seed}-${index}`,
      kind: one(kinds),
      channel: one(channels),
      touchpoint: one(touchpoints),
      place: one(places),
      happenedAt: `${day}T${time}:00Z`,
      answers,
      text,
      title: random() < 0.1 ? 'About the Queue' : null,
      campaign: one(campaigns),
      ...(random() < 0.6 ? { identifiers: [{ type: 'user_id', value: `u${whole(1, 80)}` }] } : {}),
    };
  });
}
