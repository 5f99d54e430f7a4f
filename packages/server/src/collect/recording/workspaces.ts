// What the pipeline needs to know of a workspace, at hand without asking the ledger for each request.
import type { Access } from '../../access/index.ts';
import { Keyring } from '../identifiers/keyring.ts';
import type { PlaceBook, PlaceCodes } from '../places/place-codes.ts';

export interface WorkspaceAtHand {
  readonly placeOf: PlaceCodes;
  readonly timeZone: string;
  readonly currency: string;
  readonly keyring: Keyring;
}

export interface Workspaces {
  of(workspaceId: string): Promise<WorkspaceAtHand>;
  keyring(workspaceId: string): Promise<Keyring>;
  /** Gives remembered keys back. */
  forget(): void;
}

interface Settings {
  readonly timeZone: string;
  readonly currency: string;
  readonly until: number;
}
const settingsKeptMs = 30_000;

export function createWorkspaces(
  access: Pick<Access, 'settings' | 'identifierSecret'>,
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
    const { timeZone, currency } = await access.settings(workspaceId);
    const fresh = { timeZone, currency, until: now() + settingsKeptMs };
    settings.set(workspaceId, fresh);
    return fresh;
  };
  return {
    keyring,
    async of(workspaceId) {
      const [placeOf, { timeZone, currency }, keys] = await Promise.all([
        places.codesOf(workspaceId),
        settingsOf(workspaceId),
        keyring(workspaceId),
      ]);
      return { placeOf, timeZone, currency, keyring: keys };
    },
    forget() {
      for (const standing of keyrings.values()) void standing.then((ring) => ring.forget());
    },
  };
}
