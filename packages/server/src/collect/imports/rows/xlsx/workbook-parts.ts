// Promise: a workbook is a zip file of XML; only the parts that are needed are unpacked, and never beyond their limits.
import type { Readable } from 'node:stream';
import sax, { type SAXOptions, type SAXParser } from 'sax';
import yauzl from 'yauzl';
import { because, Problem } from '../../../../platform/http/problem.ts';

/** A part may not be more than so many times larger than its packed form, once it is large at all. */
const largestRatio = 300;
const largeBytes = 64 * 1024 ** 2;
const mostEntries = 10_000;
const deepest = 100;

export interface Parts {
  has(name: string): boolean;
  bytes(name: string): number;
  open(name: string): Promise<Readable>;
  close(): void;
}

export async function openParts(path: string): Promise<Parts> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(unreadable);
  const entries = await entriesOf(zip).catch((error) => {
    zip.close();
    throw error instanceof Problem ? error : unreadable(error);
  });
  return {
    has: (name) => entries.has(name),
    bytes: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async open(name) {
      const entry = entries.get(name)!;
      const { uncompressedSize, compressedSize } = entry;
      if (uncompressedSize > largeBytes && uncompressedSize > compressedSize * largestRatio) {
        throw bomb(`${name} unpacks to ${Math.round(uncompressedSize / 1024 ** 2)} MB from almost nothing`);
      }
      // the stream fails where a part is larger than it said
      return zip.openReadStreamPromise(entry).catch(unreadable);
    },
    close: () => zip.close(),
  };
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= mostEntries) throw bomb('it has more than 10,000 parts');
    if (entry.isEncrypted()) {
      throw new Problem('invalid_input', because('workbook_protected'));
    }
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function unreadable(error: Error): never {
  throw new Problem('invalid_input', {
    detail: `The workbook cannot be opened: ${error.message.replace(/\.+$/, '')}.`,
  });
}

const bomb = (why: string) =>
  new Problem('too_large', {
    detail: `The workbook looks like a zip bomb: ${why}. Save it again, or as CSV.`,
  });

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}
export interface Heard {
  readonly open?: (element: Element) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** A parser of one part: elements without their prefixes. Entities other than XML's own five are an error. */
export function xmlParser(heard: Heard): SAXParser {
  const parser = new sax.SAXParser(true, { strictEntities: true } as SAXOptions);
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  let depth = 0;
  parser.onopentag = ({ name, attributes }) => {
    // the parser holds every element that is open
    if (++depth > deepest) throw bomb(`its elements are nested more than ${deepest} levels deep`);
    heard.open?.({ name: bare(name), attributes: attributes as Record<string, string> });
  };
  parser.onclosetag = (name) => {
    depth -= 1;
    heard.close?.(bare(name));
  };
  if (heard.text) {
    parser.ontext = heard.text;
    parser.oncdata = heard.text;
  }
  parser.onerror = (error) => {
    throw new Problem('invalid_input', {
      detail: `The workbook's XML cannot be read: ${error.message.split('\n')[0]}.`,
    });
  };
  return parser;
}

/** Reads one part as a whole through a parser. */
export async function parsePart(parts: Parts, name: string, heard: Heard): Promise<void> {
  if (!parts.has(name)) return;
  const parser = xmlParser(heard);
  for await (const text of textPieces(await parts.open(name))) parser.write(text);
  parser.close();
}

export async function* textPieces(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
  } catch (error) {
    unreadable(error as Error);
  }
  yield decoder.decode();
}
