// Asking customers: one invitation per customer and 90 days, answered by those who are moved more often than by others.
import type { SignalInput } from '@lyhord/contract';
import { languages, traitsOf } from '../customers/population.ts';
import { csatOf, effortOf, npsOf } from '../experience/scores.ts';
import type { Touchpoint } from '../experience/topics.ts';
import { situationOf, type Telling } from './say.ts';
import type { World } from './world.ts';

const restDays = 90;

export interface Occasion extends Telling {
  customer: number;
  touchpoint: Touchpoint;
  placeCode: string;
  /** Order, ticket or contract that it is about. */
  reference: string;
  /** Day on which the invitation is sent. */
  day: number;
  properties?: Record<string, unknown>;
}

/** Once per customer and 90 days, and only those who can be written to. */
export function isTurnToBeAsked(w: World, customer: number, day: number, share: number): boolean {
  if (day - w.standing.asked[customer]! < restDays) return false;
  return w.identities.has(customer, traitsOf.mail) && w.random.chance(share * growth(w));
}

/** Invites by e-mail or text message to answer "how likely … to recommend" and why. */
export function inviteNps(w: World, occasion: Occasion): void {
  const { customer, day } = occasion;
  w.standing.asked[customer] = day;
  const country = w.countryOf(customer);
  const bySms = w.identities.has(customer, traitsOf.phone) && w.random.chance(0.4);
  const phone = bySms ? w.identities.phone(customer) : null;
  const key = phone
    ? { type: 'phone' as const, value: phone }
    : { type: 'email' as const, value: w.identities.mail(customer) };
  const invitation = w.id('i');
  const sent = w.event(
    'survey_sent',
    'survey_sent',
    day,
    w.at(country, day, 600 + w.dressing.below(60)),
    [key],
    occasion.placeCode,
  );
  sent.channel = phone ? 'sms' : 'email';
  sent.touchpoint = occasion.touchpoint;
  sent.reference = invitation;
  sent.properties = { survey: `nps-${occasion.touchpoint}`, about: occasion.reference };
  if (!w.random.chance(answerShare(w, occasion)) || w.quiet) return;
  const mood = w.moment.mood;
  const wrote = w.dressing.chance(Math.min(0.96, 0.72 + 0.1 * Math.abs(mood)));
  const answered = day + Math.floor(w.dressing.exponential(0.8));
  w.signal(
    surveySignal(w, occasion, {
      day: answered,
      channel: phone ? 'sms' : 'email',
      identifiers: [key],
      answers: [{ question: 'nps', value: npsOf(mood, w.dressing) }],
      text: wrote ? w.writer.comment(situationOf(w, customer, occasion)) : null,
      campaign: `nps-${occasion.touchpoint}`,
      conversation: invitation,
    }),
    answered,
  );
}

/** More customers are asked as the programme grows: from 70 % to 130 % of the average over the run. */
function growth(w: World): number {
  return 0.7 + (0.6 * (w.day - w.plan.firstDay)) / Math.max(1, w.plan.lastDay - w.plan.firstDay);
}

function answerShare(w: World, occasion: Occasion): number {
  const moved = 1 + 0.28 * Math.min(3, Math.abs(w.moment.mood));
  const habit = w.identities.has(occasion.customer, traitsOf.talkative) ? 1.5 : 0.85;
  const segment = w.population.segment[occasion.customer]!;
  return 0.245 * moved * habit * w.effects.factor('answers', occasion.leaf, w.day, segment);
}

interface Said {
  day: number;
  channel: SignalInput['channel'];
  identifiers: NonNullable<SignalInput['identifiers']>;
  answers: NonNullable<SignalInput['answers']>;
  text: string | null;
  campaign: string;
  conversation: string | null;
}

function surveySignal(w: World, occasion: Occasion, said: Said): SignalInput {
  const minute = 8 * 60 + w.dressing.below(13 * 60);
  return {
    messageId: w.id('s'),
    kind: 'survey',
    channel: said.channel,
    touchpoint: occasion.touchpoint,
    place: occasion.placeCode,
    happenedAt: w.at(w.countryOf(occasion.customer), said.day, minute),
    identifiers: said.identifiers,
    answers: said.answers,
    title: null,
    text: said.text,
    language: languages[w.population.language[occasion.customer]!]!,
    reference: occasion.reference,
    conversation: said.conversation,
    author: 'customer',
    campaign: said.campaign,
    properties: occasion.properties ?? {},
  };
}

/** The buttons at the exit: nobody is known there, and few write. */
export function pressAtKiosk(w: World, occasion: Occasion, minute: number): void {
  if (w.quiet) return;
  const { customer } = occasion;
  const country = w.countryOf(customer);
  const text = w.dressing.chance(0.26) ? w.writer.comment(situationOf(w, customer, occasion)) : null;
  const signal = surveySignal(w, occasion, {
    day: w.day,
    channel: 'kiosk',
    identifiers: [],
    answers: [{ question: 'csat', value: csatOf(w.moment.mood, w.dressing) }],
    text,
    campaign: 'csat-exit',
    conversation: null,
  });
  signal.happenedAt = w.at(country, w.day, minute);
  signal.reference = null;
  if (text === null) signal.language = null;
  w.signal(signal, w.day);
}

/** A question that follows at once, in the app, the chat or the mail: satisfaction or effort. */
export function askAfterwards(
  w: World,
  occasion: Occasion,
  question: 'csat' | 'ces',
  channel: 'app' | 'email' | 'chat' | 'web',
): void {
  if (w.quiet) return;
  const { customer } = occasion;
  const mood = w.moment.mood;
  const value = question === 'csat' ? csatOf(mood, w.dressing) : effortOf(mood, w.dressing);
  const text = w.dressing.chance(0.55) ? w.writer.comment(situationOf(w, customer, occasion)) : null;
  const identifiers =
    channel === 'app' ? w.identities.online(customer, occasion.day) : w.identities.contact(customer);
  w.signal(
    surveySignal(w, occasion, {
      day: occasion.day,
      channel,
      identifiers,
      answers: [{ question, value }],
      text,
      campaign: `${question}-${occasion.touchpoint}`,
      conversation: null,
    }),
    occasion.day,
  );
}
