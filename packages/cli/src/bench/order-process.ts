// A process of its own that takes one order as JSON and prints one result as JSON, so that it measures from outside.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs `dist/<name>.js` with the order. Throws when it ends with another code than 0 or prints nothing. */
export function runOrder<Result>(name: string, order: object): Promise<Result> {
  const program = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 && text) resolve(JSON.parse(text) as Result);
      else reject(new Error(`${name} ended with code ${code}`));
    });
  });
}
