// Customer service: a ticket is opened, waits, is answered, is solved; its text and what the customer thought of the help.
import { countryFacts, serviceCode } from '../company/places.ts';
import type { Topic } from '../experience/topics.ts';
import { WeightedChoice } from '../random.ts';
import { serviceLeaf } from '../scenario/place-tree.ts';
import { situationOf } from './say.ts';
import { askAfterwards } from './survey.ts';
import type { World } from './world.ts';

const questionTopics: readonly Topic[] = [
  'delivery',
  'returns',
  'product',
  'invoice',
  'app',
  'website',
  'payment',
  'loyalty',
  'price',
  'support',
];
const questionChoice = new WeightedChoice([0.24, 0.14, 0.16, 0.1, 0.1, 0.06, 0.06, 0.08, 0.04, 0.02]);

/** Some write without anything having gone badly wrong; more when the app or the site fails them. */
export function wonder(w: World, customer: number, reference: string, product: number): void {
  if (!w.random.chance(0.034)) return;
  const topic = questionTopics[questionChoice.at(w.random.share())]!;
  openTicket(w, customer, topic, product, reference, w.day + w.random.below(6));
}

export function openTicket(
  w: World,
  customer: number,
  topic: Topic,
  product: number,
  about: string,
  day: number,
  carrier?: string,
): void {
  const { random } = w;
  const country = w.countryOf(customer);
  const leaf = serviceLeaf(country);
  const place = serviceCode(country);
  const share = random.share();
  const channel = share < 0.48 ? 'email' : share < 0.74 ? 'chat' : 'phone';
  const reference = w.id('t');
  const openedAt = w.at(country, day, random.between(480, 1_180)) + random.below(60_000);
  const keys = w.identities.contact(customer);
  const typical = channel === 'phone' ? 420 : channel === 'chat' ? 900 : 18_000;
  const slower = w.effects.factor('support_wait', leaf, day, -1);
  const waited = Math.round(Math.min(typical * 40, typical * slower * Math.exp(0.7 * random.normal())));
  const solving = Math.round(waited + (channel === 'email' ? 40_000 : 5_000) * random.exponential(1));
  const step = (
    kind: 'ticket_opened' | 'ticket_answered' | 'ticket_solved',
    name: string,
    afterSeconds: number,
  ): void => {
    const at = openedAt + afterSeconds * 1_000;
    const event = w.event(kind, name, day + Math.floor(afterSeconds / 86_400), at, keys, place);
    event.channel = channel;
    event.touchpoint = 'support';
    event.reference = reference;
    event.waitSeconds = afterSeconds === 0 ? null : afterSeconds;
    if (kind === 'ticket_opened') event.properties = { topic, about };
    if (kind === 'ticket_solved') {
      event.costMinor = Math.round(
        (channel === 'phone' ? 90 : 45) * (country === 'FI' ? 10 : 100) * (0.6 + random.share()),
      );
      event.currency = countryFacts[country].currency;
    }
  };
  step('ticket_opened', 'Ticket Opened', 0);
  step('ticket_answered', 'Ticket Answered', waited);
  step('ticket_solved', 'Ticket Solved', solving);
  write(w, { customer, topic, product, reference, day, channel, place, leaf, at: openedAt, keys, carrier });
  afterwards(w, {
    customer,
    product,
    reference,
    day: day + Math.floor(solving / 86_400),
    place,
    leaf,
    tooLong: Math.log(waited / typical),
    channel,
  });
}

interface Letter {
  customer: number;
  topic: Topic;
  product: number;
  reference: string;
  day: number;
  channel: 'email' | 'chat' | 'phone';
  place: string;
  leaf: number;
  at: number;
  keys: ReturnType<World['identities']['contact']>;
  carrier: string | undefined;
}

/** Nine of ten tickets keep the customer's own words, or the note that was taken of a call. */
function write(w: World, letter: Letter): void {
  if (!w.random.chance(letter.channel === 'phone' ? 0.3 : 0.62)) return;
  w.moment.live('support', letter.leaf, letter.customer, letter.day, 720);
  if (w.quiet) return;
  const s = situationOf(w, letter.customer, {
    scene: 'contact',
    product: letter.product,
    leaf: letter.leaf,
    ...(letter.carrier ? { carrier: letter.carrier } : {}),
  });
  s.feelings = [
    { topic: letter.topic, good: false },
    ...(w.dressing.chance(0.25) && letter.topic !== 'support'
      ? [{ topic: 'support' as Topic, good: false }]
      : []),
  ];
  const titles = s.tongue.ticket.titles[letter.topic];
  const spoken = letter.channel === 'phone';
  if (spoken) s.tongue = w.tongueOfStore(w.population.home[letter.customer]!);
  w.signal(
    {
      messageId: w.id('s'),
      kind: spoken ? 'call' : 'ticket',
      channel: letter.channel,
      touchpoint: 'support',
      place: letter.place,
      happenedAt: letter.at,
      identifiers: letter.keys,
      answers: [],
      title: titles && letter.channel === 'email' ? w.writer.line(titles, s) : null,
      text: spoken ? w.writer.note(s.tongue.call, s) : w.writer.ticket(s),
      language: null,
      reference: letter.reference,
      conversation: letter.reference,
      author: spoken ? 'staff' : 'customer',
      campaign: null,
      properties: {},
    },
    letter.day,
  );
}

interface After {
  customer: number;
  product: number;
  reference: string;
  day: number;
  place: string;
  leaf: number;
  tooLong: number;
  channel: 'email' | 'chat' | 'phone';
}

function afterwards(w: World, after: After): void {
  if (!w.random.chance(0.3)) return;
  w.moment.add('support', -0.75 * after.tooLong);
  w.moment.live('support', after.leaf, after.customer, after.day, 720);
  const question = w.dressing.chance(0.3) ? 'ces' : 'csat';
  askAfterwards(
    w,
    {
      customer: after.customer,
      touchpoint: 'support',
      placeCode: after.place,
      reference: after.reference,
      day: after.day + 1,
      scene: 'contact',
      product: after.product,
      leaf: after.leaf,
    },
    question,
    after.channel === 'chat' ? 'chat' : 'email',
  );
}
