import type { AskedPurpose, AuditAction, Endpoint, Locale, Role, WorkspaceSettings } from '@lyhord/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Route } from '../platform/http/endpoints.ts';
import type { MailTransport } from '../platform/mail/mail-transport.ts';
import type { Ledger } from '../platform/stores/ledger.ts';
import type { Viewer } from './viewer.ts';

export type SourceKind = 'key' | 'import' | 'survey' | 'system' | 'webhook' | 'connector';
/** Sources of which a workspace has one each, without a key. */
export type OwnSourceKind = 'import' | 'survey' | 'system';
/** Sources that a person makes, without a key. */
export type MadeSourceKind = 'webhook' | 'connector';

/** Where data comes from; what a write key stands for. */
export interface SourceRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** What customers must have allowed before anything of them is kept; null for nothing. */
  readonly demands: AskedPurpose | null;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
}

/** A person as a member of one workspace. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  /** As given; empty means all places. */
  readonly placeIds: readonly string[];
  readonly team: string | null;
  readonly active: boolean;
  readonly lastSeenAt: Date | null;
}

/** Settings without the way to the mail server, which never leaves access. */
export type Settings = z.infer<typeof WorkspaceSettings>;

export interface NewWorkspace {
  readonly name: string;
  readonly admin: { readonly email: string; readonly name: string; readonly password: string };
  readonly demo?: boolean;
  /** Values other than the ones that every workspace begins with. */
  readonly settings?: Partial<Settings>;
}

export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export interface Access {
  readonly routes: Route<Viewer>[];
  /** Adds sign-in under /api/auth/*. */
  mount(app: FastifyInstance): void;
  start(): Promise<void>;
  stop(): Promise<void>;

  /** Decides who calls, from cookie, reading token or write key; throws 401 or 403. */
  authenticate(request: FastifyRequest, endpoint: Endpoint): Promise<Viewer>;
  /** The viewer that a person is right now; null when the membership has ended. For mail and jobs on a person's behalf. */
  viewerOf(workspaceId: string, personId: string): Promise<Viewer | null>;

  /** The source that a write key belongs to; null when unknown or revoked. Cached for some seconds. */
  sourceForKey(writeKey: string): Promise<SourceRow | null>;
  /** The workspace's own source of a kind (one each of import, survey and system), made when missing. */
  ownSource(workspaceId: string, kind: OwnSourceKind): Promise<SourceRow>;
  /** A source for a webhook or a connector; renamed by the same call with its id. */
  madeSource(workspaceId: string, kind: MadeSourceKind, name: string, id?: string): Promise<SourceRow>;
  /** Every source by id, revoked ones too. */
  listSources(workspaceId: string): Promise<SourceRow[]>;

  createWorkspace(workspace: NewWorkspace): Promise<{ workspaceId: string; personId: string }>;
  /** People for the demo company, beside its admin: a lead, a manager of `storeIds`, an agent and an analyst. */
  demoPeople(workspaceId: string, storeIds: readonly string[], password: string): Promise<DemoPerson[]>;
  workspaces(): Promise<Workspace[]>;
  /** Key material of the workspace for identifier keys; made once, never changes. */
  identifierSecret(workspaceId: string): Promise<string>;
  /** A key of this installation for one purpose, such as 'survey-links'; the same after every start. */
  keyFor(purpose: string): Buffer;

  member(workspaceId: string, personId: string): Promise<Member | null>;
  members(workspaceId: string): Promise<Member[]>;
  settings(workspaceId: string): Promise<Settings>;
  /** Changes those that are given, as the viewer; refuses by name what makes no sense. */
  changeSettings(viewer: Viewer, change: Partial<Settings>): Promise<Settings>;
  /** Mail with the workspace's own server and sender, or the installation's. */
  mailFor(workspaceId: string): Promise<MailTransport>;

  /**
   * Notes who did what; append-only. `subject` names the thing: `case:0190…`, `source:0190…`; `detail` holds no
   * personal value of a customer. Given `within`, the note stands or falls with that transaction.
   */
  audit(
    viewer: Viewer,
    action: AuditAction,
    subject: string,
    detail?: string | null,
    within?: Ledger,
  ): Promise<void>;
  /** Address under which people reach the product, without a slash at its end. */
  readonly publicUrl: () => string;
}
