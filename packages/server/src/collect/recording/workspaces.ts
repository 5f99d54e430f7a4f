// What the pipeline needs to know of a workspace, at hand without asking the ledger for each request.
import type { AskedPurpose } from '@lyhord/contract';
import type { Access } from '../../access/index.ts';
import { Keyring } from '../identifiers/keyring.ts';
import type { PlaceBook, PlaceCodes } from '../places/place-codes.ts';

export interface WorkspaceAtHand {
  readonly placeOf: PlaceCodes;
  readonly timeZone: string;
  readonly currency: string;
  readonly keyring: Keyring;
  /** What sources demand that customers have allowed, by source. */
  readonly demands: ReadonlyMap<string, AskedPurpose>;
}

export interface Workspaces {
  of(workspaceId: string): Promise<WorkspaceAtHand>;
  keyring(workspaceId: string): Promise<Keyring>;
  /** Gives remembered keys back. */
  forget(): void;
  /** Reads settings and sources again when they are next needed. */
  forgetSettings(workspaceId: string | null): void;
}

interface Settings {
  readonly timeZone: string;
  readonly currency: string;
  readonly demands: ReadonlyMap<string, AskedPurpose>;
  readonly until: number;
}
const settingsKeptMs = 30_000;

export function createWorkspaces(
  access: Pick<Access, 'settings' | 'identifierSecret' | 'listSources'>,
  places: PlaceBook,
  now: () => number,
): Workspaces {
  const keyrings = new Map<string, Promise<Keyring>>();
  const settings = new Map<string, Settings>();

  const keyring = (workspaceId: string) => {
    const standing =
      keyrings.get(workspaceId) ?? access.identifierSecret(workspaceId).then((secret) => new Keyring(secret));
    keyrings.set(workspaceId, standing);
    standing.catch(() => keyrings.delete(workspaceId));
    return standing;
  };
  const settingsOf = async (workspaceId: string) => {
    const known = settings.get(workspaceId);
    if (known && known.until > now()) return known;
    const [{ timeZone, currency }, sources] = await Promise.all([
      access.settings(workspaceId),
      access.listSources(workspaceId),
    ]);
    const demands = new Map(
      sources.flatMap(({ id, demands: purpose }) => (purpose === null ? [] : [[id, purpose] as const])),
    );
    const fresh = { timeZone, currency, demands, until: now() + settingsKeptMs };
    settings.set(workspaceId, fresh);
    return fresh;
  };
  return {
    keyring,
    async of(workspaceId) {
      const [placeOf, { timeZone, currency, demands }, keys] = await Promise.all([
        places.codesOf(workspaceId),
        settingsOf(workspaceId),
        keyring(workspaceId),
      ]);
      return { placeOf, timeZone, currency, keyring: keys, demands };
    },
    forgetSettings(workspaceId) {
      if (workspaceId === null) settings.clear();
      else settings.delete(workspaceId);
    },
    forget() {
      for (const standing of keyrings.values()) void standing.then((ring) => ring.forget());
    },
  };
}
