// The thread that reads a file of events: it answers one question after another, in their order.
import { parentPort, workerData } from 'node:worker_threads';
import { redact as redactText } from '@lyhord/text/redact';
import { Problem } from '../../../platform/http/problem.ts';
import { transferOf } from '../../preparing/prepared-events.ts';
import type { Answer, FileToRead, Question } from './block-of-rows.ts';
import { EventBlocks } from './event-blocks.ts';

const port = parentPort!;
const redact = (text: string) => redactText(text).redacted;
let blocks: EventBlocks | null = null;

async function answerTo(question: Question): Promise<Answer | null> {
  blocks ??= await EventBlocks.open(workerData as FileToRead, redact);
  switch (question.ask) {
    case 'open':
      return { columns: blocks.table.columns };
    case 'next': {
      const block = await blocks.next(question.asked);
      return { block, remarks: [...blocks.table.remarks], share: blocks.table.share() };
    }
    case 'rows':
      return { rows: blocks.rowsOf(question.number, question.forget) };
    default:
      blocks.settled(question.number);
      return null;
  }
}

let before: Promise<void> = Promise.resolve();
port.on('message', (question: Question) => {
  before = before.then(async () => {
    const answer = await answerTo(question).catch(
      (error): Answer => ({
        failed: { detail: String(error?.message ?? error), ofFile: error instanceof Problem },
      }),
    );
    if (answer === null) return;
    const block = 'block' in answer ? answer.block : null;
    port.postMessage(answer, block ? transferOf(block.prepared) : []);
  });
});
