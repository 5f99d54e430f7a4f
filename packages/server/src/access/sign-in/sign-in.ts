// Promise: sign-in, sign-out, sessions and forgotten passwords by better-auth on the ledger; nobody signs up, people
// come by invitation; no telemetry and no outgoing call.
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import type { Platform } from '../../platform/platform.ts';
import { libraryCall } from './library-calls.ts';
import { hashPassword, longestPassword, passwordFits, shortestPassword } from './password.ts';

const day = 24 * 60 * 60;
const columns = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

/** Header by which the mounted route hands over the caller's address; whatever the caller sent is replaced. */
export const addressHeader = 'x-lyhord-client-address';
export const resetLinkSeconds = 60 * 60;

export interface SignInHooks {
  /** The workspace that a new session begins in; null where the person is no active member of any. */
  readonly homeOf: (personId: string) => Promise<string | null>;
  readonly sendResetLink: (person: { id: string; email: string }, token: string) => Promise<void>;
}

export type SignIn = ReturnType<typeof createSignIn>;

export function createSignIn(platform: Platform, secret: string, publicUrl: string, hooks: SignInHooks) {
  const library = betterAuth(signInOptions(platform, secret, publicUrl, hooks));
  return {
    answer: (request: Request): Promise<Response> => libraryCall(() => library.handler(request)),
    sessionOf: (headers: Headers) =>
      libraryCall(async () => (await library.api.getSession({ headers }))?.session ?? null),
    /** Keeps the token of a link by which a person chooses a new password. */
    keepResetToken: (token: string, personId: string, expiresAt: Date) =>
      libraryCall(async () => {
        const { internalAdapter } = await library.$context;
        await internalAdapter.createVerificationValue({
          identifier: `reset-password:${token}`,
          value: personId,
          expiresAt,
        });
      }),
  };
}

export function signInOptions(platform: Platform, secret: string, publicUrl: string, hooks: SignInHooks) {
  const inBackground = (work: Promise<unknown>) =>
    void libraryCall(() => work).catch((error) =>
      platform.log.error({ err: error }, 'sign-in: background work failed'),
    );
  return {
    appName: 'Lyhörd',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: platform.ledger.pool,
    telemetry: { enabled: false },
    logger: { log: (_level, message) => platform.log.debug({ part: 'sign-in' }, message) },
    // The mounted route makes the request's URL from the address that the browser used.
    trustedOrigins: (request) => [publicUrl, ...(request ? [new URL(request.url).origin] : [])],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => passwordFits(hash, password),
      },
      resetPasswordTokenExpiresIn: resetLinkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => hooks.sendResetLink(user, token),
    },
    user: { modelName: 'people', fields: { ...columns, emailVerified: 'email_verified' } },
    session: {
      modelName: 'sessions',
      fields: {
        ...columns,
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        workspaceId: { type: 'string', required: false, input: false, fieldName: 'workspace_id' },
      },
      expiresIn: 30 * day,
      // A cookie cannot be prolonged from every handler; thirty days after signing in one signs in again.
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'credentials',
      fields: {
        ...columns,
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
      accountLinking: { enabled: false },
    },
    verification: {
      modelName: 'verifications',
      fields: { ...columns, expiresAt: 'expires_at' },
      storeIdentifier: 'hashed',
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        '/request-password-reset': { window: 600, max: 20 },
        '/reset-password': { window: 600, max: 20 },
        '/change-password': { window: 600, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: 'lyhord',
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      backgroundTasks: { handler: inBackground },
      database: { generateId: () => platform.ids.next(), validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const workspaceId = await hooks.homeOf(session.userId);
            return workspaceId === null ? false : { data: { ...session, workspaceId } };
          },
        },
      },
    },
  } satisfies BetterAuthOptions;
}
