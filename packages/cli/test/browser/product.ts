// The whole product for browser tests: a server with a small demo, a mail server that keeps what it gets, a real browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import {
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from '../../src/bench/server-process.ts';
import { type Session, signIn } from '../../src/bench/signed-in.ts';

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const screens = join(process.cwd(), '.screens');

export interface Product {
  readonly server: ServerProcess;
  readonly origin: string;
  readonly browser: Browser;
  /** Letters that arrived, as RFC 5322 text. */
  readonly letters: string[];
  /** The administrator, over HTTP. */
  readonly admin: Session;
  readonly writeKey: string;
  /** A page of a person who has signed in; `user` such as `manager`. */
  open(user: string, options?: { width?: number; height?: number }): Promise<Page>;
  post(signals: unknown[]): Promise<Response>;
  close(): Promise<void>;
}

/** Starts everything; about ten seconds. */
export async function startProduct(): Promise<Product> {
  const folder = temporaryFolder('browser');
  const letters: string[] = [];
  const smtp = await startMailServer(letters);
  const options = ['--data', folder.path, '--demo', '--demo-customers', '3000', '--demo-months', '6'];
  const server = await startServerProcess(options, {
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    LYHORD_MAIL_FROM: 'care@solvik.example',
  });
  const browser = await chromium.launch({
    executablePath: process.env.LYHORD_CHROMIUM ?? '/usr/bin/chromium',
    args: chromiumArguments,
  });
  const admin = await signIn(server);
  const { body } = await admin.post<{ writeKey: string }>('/api/sources', { name: 'browser test' });
  const { origin } = new URL(server.url);
  return {
    server,
    origin,
    browser,
    letters,
    admin,
    writeKey: body.writeKey,
    open: (user, { width = 1280, height = 800 } = {}) =>
      openSignedIn(browser, origin, `${user}@solvik.example`, server.password, { width, height }),
    post: (signals) =>
      fetch(`${origin}/v1/signals`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${body.writeKey}:`).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ signals }),
      }),
    async close() {
      await browser.close();
      await stopServerProcess(server);
      await smtp.close();
      folder.remove();
    },
  };
}

async function startMailServer(letters: string[]): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function openSignedIn(
  browser: Browser,
  origin: string,
  email: string,
  password: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** Keeps a picture for somebody to look at; a busy machine that cannot take one is told of, and nothing hangs on it. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await page
    .screenshot({ path: join(screens, `${name}.png`) })
    .catch((problem: Error) => console.warn(`No picture of ${name}: ${problem.message.split('\n')[0]}`));
}

/** Asks until it holds, at most `ms`; resolves with how long it took, or throws with what it last saw. */
export async function within(ms: number, holds: () => Promise<boolean> | boolean): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < ms) {
    if (await holds()) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not come true within ${ms} ms`);
}
