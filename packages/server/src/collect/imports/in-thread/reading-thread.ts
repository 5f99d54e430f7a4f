// Promise: a file is read beside the main thread, always a little ahead of what is recorded, never far.
import { Worker } from 'node:worker_threads';
import { Problem } from '../../../platform/http/problem.ts';
import type { PreparingPlan } from '../../preparing/prepared-events.ts';
import { workerFile } from '../../text/worker-file.ts';
import type { RowToRead } from '../row-reader.ts';
import type { Answer, BlockOfRows, FileToRead, Question } from './block-of-rows.ts';

/** Blocks that are asked for before they are needed. */
const ahead = 2;

interface Waiting {
  readonly heard: (answer: Answer) => void;
  readonly failed: (error: unknown) => void;
}

export class ReadingThread {
  remarks: readonly string[] = [];
  share: number | null = null;
  private readonly thread: Worker;
  private readonly plan: () => Promise<PreparingPlan>;
  private readonly now: () => number;
  private readonly waiting: Waiting[] = [];
  private readonly coming: Promise<BlockOfRows | null>[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private told: PreparingPlan | null = null;
  private ended: Error | null = null;

  private constructor(thread: Worker, plan: () => Promise<PreparingPlan>, now: () => number) {
    this.thread = thread;
    this.plan = plan;
    this.now = now;
    thread.on('message', (answer: Answer) => this.waiting.shift()?.heard(answer));
    thread.on('error', (error) => this.end(error as Error));
    thread.on('exit', () => this.end(new Error('The thread that reads the file has ended.')));
  }

  /** `plan` is asked before each block, and travels only when it is another one than before. */
  static async start(
    file: FileToRead,
    plan: () => Promise<PreparingPlan>,
    now: () => number,
  ): Promise<ReadingThread> {
    const thread = new Worker(await workerFile('import-rows', import.meta.url), {
      workerData: file,
      // without room for young objects each small collection copies half of what is alive
      resourceLimits: { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 2_048 },
    });
    return new ReadingThread(thread, plan, now);
  }

  async columns(): Promise<readonly string[]> {
    const answer = await this.ask({ ask: 'open' });
    return 'columns' in answer ? answer.columns : [];
  }

  /** The next block of the file; null at its end. */
  next(): Promise<BlockOfRows | null> {
    while (this.coming.length < ahead) {
      const block = this.last.then(() => this.fetch());
      // a failure is met where the block is wanted
      this.last = block.catch(() => {});
      this.coming.push(block);
    }
    return this.coming.shift()!;
  }

  /** The rows of a block that was not settled yet, as they stand in the file; with `forget` as of `BlockOfRows`. */
  async rowsOf({ number }: BlockOfRows, forget: boolean): Promise<readonly RowToRead[]> {
    const answer = await this.ask({ ask: 'rows', number, forget });
    return 'rows' in answer ? answer.rows : [];
  }

  settled({ number }: BlockOfRows): void {
    this.thread.postMessage({ ask: 'settled', number } satisfies Question);
  }

  async stop(): Promise<void> {
    await this.thread.terminate();
  }

  private async fetch(): Promise<BlockOfRows | null> {
    const plan = await this.plan();
    const asked = { receivedAt: this.now(), ...(plan === this.told ? {} : { plan }) };
    this.told = plan;
    const answer = await this.ask({ ask: 'next', asked });
    if (!('block' in answer)) return null;
    this.remarks = answer.remarks;
    this.share = answer.share;
    return answer.block;
  }

  private ask(question: Question): Promise<Answer> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      const heard = (answer: Answer) => {
        if (!('failed' in answer)) return resolve(answer);
        const { ofFile, detail } = answer.failed;
        reject(ofFile ? new Problem('invalid_input', { detail }) : new Error(detail));
      };
      this.waiting.push({ heard, failed: reject });
      this.thread.postMessage(question);
    });
  }

  private end(error: Error): void {
    this.ended ??= error;
    for (const { failed } of this.waiting.splice(0)) failed(this.ended);
  }
}
