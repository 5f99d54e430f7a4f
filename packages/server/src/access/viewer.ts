import type { Locale, Role } from '@lyhord/contract';

/**
 * Who asks, and what that lets them see. Made by `access.authenticate` from the credential alone; every
 * people-facing query takes one.
 */
export interface Viewer {
  /** Empty for the public. */
  readonly workspaceId: string;
  readonly personId: string | null;
  readonly sourceId: string | null;
  readonly role: Role | 'source' | 'public';
  /** Already expanded: own places and everything below them. */
  readonly placeIds: readonly string[] | 'all';
  readonly locale: Locale;
  readonly name: string;
}

/** Nobody in particular: survey pages, invitations. Sees no row of any workspace. */
export const publicViewer: Viewer = {
  workspaceId: '',
  personId: null,
  sourceId: null,
  role: 'public',
  placeIds: [],
  locale: 'en',
  name: '',
};

/** The product itself at work in one workspace (jobs, detectors); sees all of it and nothing beside it. */
export function systemViewer(workspaceId: string): Viewer {
  if (workspaceId === '') throw new TypeError('A system viewer needs a workspace.');
  return { ...publicViewer, workspaceId, role: 'source', placeIds: 'all', name: 'Lyhörd' };
}

/** True for a viewer that sees some places only. */
export const isRestricted = (viewer: Viewer): boolean => viewer.placeIds !== 'all';
