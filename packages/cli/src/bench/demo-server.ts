import {
  type ServerProcess,
  startServerProcess,
  stopServerProcess,
  temporaryFolder,
} from './server-process.ts';

/** A server with the demo company, filled anew in a folder of its own and gone afterwards. */
export async function withDemoServer<T>(
  customers: number,
  work: (server: ServerProcess, dataDir: string) => Promise<T>,
): Promise<T> {
  const folder = temporaryFolder('bench');
  try {
    const server = await startServerProcess([
      '--data',
      folder.path,
      '--demo',
      '--demo-customers',
      String(customers),
    ]);
    try {
      return await work(server, folder.path);
    } finally {
      await stopServerProcess(server);
    }
  } finally {
    folder.remove();
  }
}
