// One thread that analyses, as the server's do: says how fast it loads and reads, and what memory it takes.
import { memoryUsage } from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyser } from '@lyhord/text';
import { shippedModels } from '@lyhord/text/models';

export interface TextBenchOrder {
  readonly comments: readonly { readonly text: string; readonly language: string }[];
}

export interface TextBenchResult {
  readonly loadMs: number;
  readonly perSecond: number;
  readonly perCpuSecond: number;
  readonly heapMegabytes: number;
}

function measure({ comments }: TextBenchOrder): TextBenchResult {
  const before = performance.now();
  const analyse = createAnalyser({ models: shippedModels() });
  for (const { text, language } of comments.slice(0, 20)) analyse(text, { languageHint: language });
  const loadMs = performance.now() - before;
  for (const { text } of comments.slice(0, comments.length / 4)) analyse(text);
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  for (const { text } of comments) analyse(text);
  const seconds = (performance.now() - started) / 1000;
  const spent = process.cpuUsage(cpu);
  const { heapUsed, external } = memoryUsage();
  return {
    loadMs,
    perSecond: comments.length / seconds,
    perCpuSecond: comments.length / ((spent.user + spent.system) / 1e6),
    heapMegabytes: (heapUsed + external) / 1e6,
  };
}

if (parentPort !== null) parentPort.postMessage(measure(workerData as TextBenchOrder));
