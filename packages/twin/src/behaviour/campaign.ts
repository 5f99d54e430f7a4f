// Offers by mail, text message and app: who was contacted, who answered, and the visits that this brings forward.
import { monthOf } from '../calendar/days.ts';
import { countryFacts, eshopCode } from '../company/places.ts';
import { traitsOf } from '../customers/population.ts';
import { segments } from '../customers/segments.ts';
import { browse } from './browse.ts';
import { never, type World } from './world.ts';

const seasonal = [
  'winter-sale',
  'kitchen-weeks',
  'spring-cleaning',
  'garden',
  'summer-home',
  'midsummer',
  'summer-sale',
  'back-home',
  'autumn-start',
  'cosy-evenings',
  'black-week',
  'gifts',
];

/** The campaign that goes out on a day of the month, if any, with the share of willing customers contacted. */
function campaignOn(day: number): { key: string; share: number } | null {
  const date = new Date(day * 86_400_000).getUTCDate();
  if (date >= 3 && date <= 6) return { key: seasonal[monthOf(day)]!, share: 0.0215 };
  if (date === 14) return { key: 'student-offer', share: 0.02 };
  return null;
}

export function sendCampaign(w: World): void {
  const campaign = campaignOn(w.day);
  if (!campaign) return;
  const { population, random, standing } = w;
  for (let c = 0; c < population.count; c++) {
    if (
      !(population.traits[c]! & traitsOf.wantsOffers) ||
      (standing.next[c] === never && !random.chance(0.3))
    )
      continue;
    if (random.chance(campaign.share)) contact(w, c, campaign.key);
  }
}

function contact(w: World, customer: number, key: string): void {
  const { random } = w;
  const country = w.countryOf(customer);
  const keys = w.identities.contact(customer);
  if (keys.length === 0) return;
  const channel = keys[0]!.type === 'email' ? 'email' : keys[0]!.type === 'phone' ? 'sms' : 'app';
  const at = w.at(country, w.day, 540 + random.below(120));
  const sent = w.event('campaign_contacted', 'campaign_contacted', w.day, at, keys, eshopCode(country));
  sent.channel = channel;
  sent.touchpoint = 'advertising';
  sent.reference = key;
  sent.costMinor = channel === 'sms' ? (country === 'FI' ? 6 : 60) : country === 'FI' ? 1 : 5;
  sent.currency = countryFacts[country].currency;
  let share =
    0.075 *
    segments[w.population.segment[customer]!]!.reaction *
    Math.exp(0.3 * w.standing.satisfaction[customer]!);
  for (const { effect } of w.effects.active(
    'campaign',
    w.population.home[customer]!,
    w.day,
    w.population.segment[customer]!,
  )) {
    if (effect.campaign === key) share *= effect.factor;
  }
  if (!random.chance(Math.min(0.8, share))) return;
  const answered = w.event(
    'campaign_responded',
    'campaign_responded',
    w.day,
    at + 60_000 * random.between(3, 600),
    keys,
    eshopCode(country),
  );
  answered.channel = channel;
  answered.touchpoint = 'advertising';
  answered.reference = key;
  browse(w, customer, 1 + random.below(3), 720 + random.below(600));
  if (w.standing.next[customer] !== never)
    w.standing.next[customer] = Math.min(w.standing.next[customer]!, w.day + random.between(1, 6));
}
