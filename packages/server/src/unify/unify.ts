// One customer, one story: profiles, customer pages and the place tree. The composition of unify.
import { unifyEndpoints as endpoints, profileEndpoints } from '@lyhord/contract';
import { type Access, systemViewer, type Viewer, workspaceScope } from '../access/index.ts';
import type { Collect } from '../collect/index.ts';
import { type Route, route } from '../platform/http/endpoints.ts';
import type { Platform } from '../platform/platform.ts';
import { accountsOf, listAccounts, readAccount } from './accounts/accounts.ts';
import { customerCardRoutes } from './card/customer-card.ts';
import { type Contact, contactOf } from './customers/contact.ts';
import { customerRows } from './customers/customer-rows.ts';
import { customerStore } from './customers/customer-store.ts';
import { type CustomerValue, customerValue } from './customers/customer-value.ts';
import { customersOfKeys } from './customers/customers-of-keys.ts';
import { findCustomers } from './customers/find-customers.ts';
import { createLookUpAudit, lookUp } from './customers/look-up.ts';
import { nameFrom } from './customers/names.ts';
import { type Hides, type LaterSteps, readCustomer, visibleCustomer } from './customers/read-customer.ts';
import { createSourceNames } from './customers/source-names.ts';
import { createIdentityDecisions } from './decisions/decide-identity.ts';
import { createHouseholds } from './households/households.ts';
import { followIdentity } from './identity/follow-identity.ts';
import { createIdentities, type Identities } from './identity/identities.ts';
import { createIdentitySettings } from './identity/identity-settings.ts';
import { identifiersByKey } from './identity/identity-store.ts';
import { createKeyCustomers } from './key-customers/key-customers.ts';
import { createMatching } from './matching/match-customers.ts';
import { createPlacesUseCases, type Places } from './places/places.ts';
import { createPrivacy, type Privacy } from './privacy/privacy.ts';
import type { AtHand } from './profiles/at-hand.ts';
import { findProfile, type ProfileParts, readProfile } from './profiles/read-profile.ts';

export interface Unify extends Places {
  readonly routes: Route<Viewer>[];
  /** Erasure and copies for customers. */
  readonly privacy: Pick<Privacy, 'know' | 'erase' | 'eraseAgain' | 'removeOld' | 'say'>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The profile of an identifier as decimal text: the smallest key of its identifiers. Null for '0' and ''. */
  profileKeyOf(workspaceId: string, identifierKey: string): string | null;
  /** Keys of all identifiers of a profile; any key of the profile may be given. */
  identifierKeysOf(workspaceId: string, profileKey: string): string[];
  /** Each identifier of the profile to which a key belongs, with the profile's key, without a text of any. */
  readonly eachOfProfile: Identities['eachOfProfile'];
  /** How a customer can be reached; empty where nothing is known. */
  contactOf(workspaceId: string, profileKey: string): Promise<Contact>;
  /** Names by profile key, for those that have one. */
  namesOf(workspaceId: string, profileKeys: readonly string[]): Promise<Map<string, string>>;
  /** The profile behind each identifier key, with its name, else with what it is known by as the viewer may read it. */
  customersOf(
    viewer: Viewer,
    identifierKeys: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly profileKey: string; readonly name: string | null }>>;
  /** Orders and money of the last 365 days, by currency. */
  customerValue(workspaceId: string, profileKey: string): Promise<CustomerValue>;
  /** Those of the profiles that people marked as key customers. */
  keyCustomersAmong(workspaceId: string, profileKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Works out a workspace's profiles anew from the tables, as at a start. */
  readIdentitiesAgain(workspaceId: string): Promise<void>;
  /** What later steps know of customers; said once, before anybody asks for a customer's page. */
  completeWith(later: Partial<LaterSteps>): void;
}

export interface UnifyParts {
  readonly platform: Platform;
  readonly access: Access;
  readonly collect: Collect;
}

const matchJob = 'unify.match-customers';
const matchAllJob = 'unify.match-all-customers';

export function createUnify({ platform, access, collect }: UnifyParts): Unify {
  const { warehouse, ledger, clock, jobs } = platform;
  const identities = createIdentities(warehouse, ledger);
  const store = customerStore(warehouse);
  const places = createPlacesUseCases(platform, access);
  let later: LaterSteps = {
    signalCards: async () => [],
    casesOf: async () => [],
    stagesThen: async () => new Map(),
    computedTraits: async () => null,
    served: async () => null,
    freshAt: async () => new Date(0).toISOString(),
    openCases: async () => 0,
  };
  const keyCustomers = createKeyCustomers(platform, access, identities);

  const allPlaces = (workspaceId: string) => places.listPlaces(systemViewer(workspaceId));
  const hides: Hides = (viewer, keys) =>
    viewer.role !== 'admin' && privacy.refusesService(viewer.workspaceId, keys);
  const finding = {
    hides,
    store,
    identities,
    collect,
    async countriesOf(viewer: Viewer) {
      const countries = (await allPlaces(viewer.workspaceId)).map((place) => place.country);
      return [...new Set(countries.filter((country) => country !== null))];
    },
  };
  const sourceNames = createSourceNames(platform, access);
  const lookUps = createLookUpAudit(access, clock);
  const page = {
    warehouse,
    store,
    identities,
    suppressionsOf: collect.suppressionsOf,
    sourceNames: sourceNames.of,
    placeNames: async (workspaceId: string) =>
      new Map((await allPlaces(workspaceId)).map(({ id, name }) => [id, name])),
    ...{ keyCustomers, hides },
  };
  const atHand: AtHand = {
    suppressions: collect.suppressionsTogether,
    keyCustomer: keyCustomers.together,
  };
  const accountParts = () => ({ ...page, later, accountKeyOf: collect.accountKeyOf });
  let profile: ProfileParts | null = null;
  const profileParts = (): ProfileParts => {
    profile ??= {
      ...{ ...page, later, keyOf: collect.keyOf, atHand },
      refusesService: privacy.refusesService,
      refusedBy: privacy.refusedBy,
    };
    return profile;
  };
  const privacy = createPrivacy({
    ...{ platform, access, collect, sourceNames: sourceNames.of },
    identities: { ...identities, reload: (workspaceId) => follow.remake(workspaceId) },
    async isKnown(workspaceId, keys) {
      const [identifiers, counts] = await Promise.all([
        identifiersByKey(warehouse, workspaceId, keys),
        store.counts(workspaceScope(systemViewer(workspaceId)), keys),
      ]);
      return identifiers.length + counts.events + counts.signals > 0;
    },
  });
  collect.createPlacesBy(places.createPlaces);
  collect.onRowsRemoved(async (workspaceId) => {
    await follow.remake(workspaceId);
    await privacy.heardProfiles(workspaceId);
  });
  collect.joinIdentifiersBy((workspaceId, key) => {
    const profile = identities.profileKeyOf(workspaceId, key);
    return profile === null ? [key] : identities.identifierKeysOf(workspaceId, profile);
  });
  const follow = followIdentity(platform, identities, collect);
  collect.onIdentity((workspaceId, _commitNo, news) => privacy.heardIdentity(workspaceId, news));
  const decisions = createIdentityDecisions({
    ...{ warehouse, store, identities, collect, access, hides },
    sourceNames: page.sourceNames,
    personNames: async (workspaceId) =>
      new Map((await access.members(workspaceId)).map(({ personId, name }) => [personId, name])),
  });
  const matching = createMatching({
    ...{ platform, access, collect, identities, store, decisions, hides },
    refusesService: privacy.refusesService,
  });
  const households = createHouseholds({ platform, access, identities, store, hides });
  const settings = createIdentitySettings(platform, access, identities, privacy.heardProfiles);

  const namesOf = async (
    workspaceId: string,
    profileKeys: readonly string[],
  ): Promise<Map<string, string>> => {
    const keysOf = profileKeys.map((key) => [key, identities.identifierKeysOf(workspaceId, key)] as const);
    const traits = await store.names(
      workspaceId,
      keysOf.flatMap(([, keys]) => keys),
    );
    const named = keysOf.flatMap(([key, keys]) => {
      const name = nameFrom(traits.filter((trait) => keys.includes(trait.identifier_key)));
      return name === null ? [] : [[key, name] as const];
    });
    return new Map(named);
  };

  return {
    ...places,
    routes: [
      route(endpoints.listPlaces, async (_, { viewer }) => ({ places: await places.listPlaces(viewer) })),
      route(endpoints.createPlace, ({ body }, { viewer }) => places.createPlace(viewer, body)),
      route(endpoints.changePlace, ({ params, body }, { viewer, request }) =>
        places.changePlace(viewer, params.id, onlySent(body, request.body)),
      ),
      route(endpoints.findCustomers, async ({ query }, { viewer }) => {
        const found = await findCustomers(finding, viewer, query.search, query.limit);
        const keys = found.map(({ profileKey }) => profileKey);
        return { customers: await customerRows(warehouse, store, identities, viewer, keys) };
      }),
      route(endpoints.lookUp, ({ query }, { viewer }) =>
        lookUp(
          {
            ...{ ...finding, warehouse, audit: lookUps.note },
            accounts: (words, limit) => listAccounts(accountParts(), viewer, words, limit),
          },
          viewer,
          query.words,
        ),
      ),
      route(endpoints.readCustomer, ({ params, query }, { viewer }) =>
        readCustomer({ ...page, later }, viewer, params.id, query),
      ),
      route(endpoints.listAccounts, async ({ query }, { viewer }) => ({
        accounts: await listAccounts(accountParts(), viewer, query.search, query.limit),
      })),
      route(endpoints.readAccount, ({ params }, { viewer }) =>
        readAccount(accountParts(), viewer, params.id),
      ),
      route(endpoints.accountsOfCustomer, async ({ params }, { viewer }) => {
        const { keys } = await visibleCustomer(accountParts(), viewer, params.id);
        return { accounts: await accountsOf(accountParts(), viewer, keys) };
      }),
      route(endpoints.readHousehold, async ({ params }, { viewer }) => {
        const { profileKey } = await visibleCustomer(accountParts(), viewer, params.id);
        return { members: await households.of(viewer, profileKey) };
      }),
      route(endpoints.changeHousehold, async ({ params, body }, { viewer }) => {
        const { profileKey } = await visibleCustomer(accountParts(), viewer, params.id);
        const other = await visibleCustomer(accountParts(), viewer, body.with);
        await households.say(viewer, profileKey, { ...body, with: other.profileKey });
        return { members: await households.of(viewer, profileKey) };
      }),
      route(profileEndpoints.findProfile, ({ query }, { viewer }) =>
        findProfile(profileParts(), viewer, query),
      ),
      route(profileEndpoints.readProfile, ({ params }, { viewer }) =>
        readProfile(profileParts(), viewer, params.id),
      ),
      route(profileEndpoints.markKeyCustomer, async ({ params, body }, { viewer }) => {
        const { profileKey } = await visibleCustomer(profileParts(), viewer, params.id);
        return { keyCustomer: await keyCustomers.mark(viewer, profileKey, body) };
      }),
      ...privacy.routes,
      ...customerCardRoutes({ platform, access, profiles: profileParts }),
      route(endpoints.readIdentity, ({ params }, { viewer }) => decisions.identity(viewer, params.id)),
      route(endpoints.previewMerge, ({ params, query }, { viewer }) =>
        decisions.previewMerge(viewer, params.id, query.with),
      ),
      route(endpoints.mergeCustomers, ({ params, body }, { viewer }) =>
        decisions.merge(viewer, params.id, body.with, body.reason),
      ),
      route(endpoints.previewSplit, ({ params, query }, { viewer }) =>
        decisions.previewSplit(viewer, params.id, query.identifiers.split(',').filter(Boolean)),
      ),
      route(endpoints.splitCustomer, ({ params, body }, { viewer }) =>
        decisions.split(viewer, params.id, body.identifiers, body.reason),
      ),
      route(endpoints.listMatches, ({ query }, { viewer }) =>
        matching.list(viewer, query.state, query.limit),
      ),
      route(endpoints.decideMatch, ({ params, body }, { viewer }) =>
        matching.decide(viewer, params.id, body.decision),
      ),
      route(endpoints.findMatches, async (_, { viewer: { workspaceId } }) => {
        await jobs.send(matchJob, { workspaceId }, { singletonKey: workspaceId });
      }),
      route(endpoints.readIdentityRules, (_, { viewer }) => settings.read(viewer)),
      route(endpoints.changeIdentityRules, ({ body }, { viewer }) => settings.change(viewer, body)),
    ],
    privacy,
    async start() {
      await identities.load();
      await privacy.start();
      await follow.start();
      await jobs.work<{ workspaceId: string }>(matchJob, async ({ workspaceId }) => {
        await matching.run(workspaceId);
        await households.find(workspaceId);
      });
      await jobs.work(matchAllJob, async () => {
        for (const { id } of await access.workspaces()) {
          await jobs.send(matchJob, { workspaceId: id }, { singletonKey: id });
        }
      });
      await jobs.schedule(matchAllJob, '40 2 * * *');
    },
    async stop() {
      sourceNames.stop();
      await follow.stop();
    },
    profileKeyOf: identities.profileKeyOf,
    eachOfProfile: identities.eachOfProfile,
    identifierKeysOf: identities.identifierKeysOf,
    contactOf: (workspaceId, profileKey) => contactOf(warehouse, store, identities, workspaceId, profileKey),
    namesOf,
    customersOf: (viewer, identifierKeys) =>
      customersOfKeys({ warehouse, identities, namesOf }, viewer, identifierKeys),
    customerValue: (workspaceId, profileKey) =>
      customerValue(store, identities, workspaceId, profileKey, clock.now()),
    keyCustomersAmong: keyCustomers.among,
    readIdentitiesAgain: identities.reload,
    completeWith(more) {
      later = { ...later, ...more };
      profile = null;
    },
  };
}

/** A change without the defaults that the schema fills in for fields that were not sent. */
function onlySent<T extends object>(change: T, sent: unknown): T {
  const fields = new Set(Object.keys(sent as object));
  return Object.fromEntries(Object.entries(change).filter(([field]) => fields.has(field))) as T;
}
