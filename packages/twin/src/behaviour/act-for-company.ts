// What companies do at Solvik: they are entered with their name and often a contract, their people are told to act for
// them, and what these buy is bought for them. Draws nothing from the common stream and takes no number of it.
import type { Identifier, OperationalEvent } from '@lyhord/contract';
import type { BuyingCompany } from '../company/companies.ts';
import { countryFacts, eshopCode } from '../company/places.ts';
import { fixedShare } from '../random.ts';
import type { World } from './world.ts';

const enteredWithin = 14;
const contractShare = 0.55;
const termDays = 730;
const dayMs = 86_400_000;
const monthlyMinor = { SE: 149_000, DK: 99_000, NO: 139_000, FI: 12_900 } as const;

/** Lets whatever `customer` buys while `act` runs be bought for their company. */
export function buyingFor(w: World, customer: number, act: () => void): void {
  w.buysFor = companyOf(w, customer)?.id ?? null;
  act();
  w.buysFor = null;
}

const companyOf = (w: World, customer: number): BuyingCompany | null =>
  w.companies.of(customer, w.population.segment[customer]!, w.countryOf(customer));

/** A new customer who acts for a company is told to do so. */
export function joinCompany(w: World, customer: number, at: number): void {
  const company = companyOf(w, customer);
  if (company === null) return;
  const identifiers = w.identities.all(customer, w.day);
  tell(w, company, { messageId: w.fixedId('m', customer), identifiers, happenedAt: at + 1_000 });
}

/** The companies of the day are entered: in the first two weeks, some each day. */
export function enterCompanies(w: World): void {
  const turn = w.day - w.plan.firstDay;
  for (let n = turn; turn < enteredWithin && n < w.companies.all.length; n += enteredWithin) {
    const company = w.companies.all[n]!;
    const happenedAt = w.at(company.country, w.day, 480 + (n % 240));
    tell(w, company, { messageId: w.fixedId('g', n), identifiers: [], happenedAt });
    if (fixedShare(w.plan.seed, n, 66) < contractShare) sign(w, company, n, happenedAt + 60_000);
  }
}

function tell(
  w: World,
  company: BuyingCompany,
  told: Pick<OperationalEvent, 'messageId' | 'identifiers' | 'happenedAt'>,
): void {
  const { id, name, industry, employees, country } = company;
  push(w, {
    ...{ ...nothing, ...told, kind: 'group', name: 'group', reference: id, account: id },
    properties: { company_name: name, industry, employees, country },
  });
}

function sign(w: World, { id, country }: BuyingCompany, n: number, happenedAt: number): void {
  const length = termDays + Math.floor(365 * fixedShare(w.plan.seed, n, 67));
  const until = new Date(happenedAt + length * dayMs).toISOString();
  const identifiers: Identifier[] = [];
  push(w, {
    ...{ ...nothing, messageId: w.fixedId('f', n), kind: 'contract_started', name: 'Agreement Signed' },
    ...{ identifiers, happenedAt, account: id, reference: `frame-${id}`, placeCode: eshopCode(country) },
    ...{ amountMinor: monthlyMinor[country] * (1 + (n % 5)), currency: countryFacts[country].currency },
    properties: { endsAt: until, renewsAt: until },
  });
}

const push = (w: World, event: OperationalEvent): void => {
  if (!w.quiet) w.agenda.on(w.day).events.push(event);
};

const nothing = {
  ...{ placeCode: null, channel: null, touchpoint: null, reference: null, amountMinor: null },
  ...{ costMinor: null, currency: null, dueAt: null, waitSeconds: null },
  lines: [] as OperationalEvent['lines'],
};
