import type { Mention, SignalCard } from '@lyhord/contract';
import { useContext, useMemo, useRef, useState } from 'react';
import { useFormats } from '../../ui/format.ts';
import { toneOfPolarity } from '../../ui/tone.ts';
import { named, useWords } from '../../words/index.ts';
import { MentionCard } from './mention-card.tsx';
import { markedPieces, SearchMarks } from './search-marks.ts';
import styles from './signal-text.module.css';
import { piecesOf } from './text-pieces.ts';
import { useTopicNames } from './topic-names.ts';

interface Shown {
  mention: Mention;
  box: { left: number; top: number; width: number; height: number };
  pinned: boolean;
}

/** What a customer wrote, with each aspect underlined in the colour of its feeling. */
export function SignalText({ signal, lines }: { signal: SignalCard; lines?: number }) {
  const { terms } = useWords();
  const format = useFormats();
  const { nameOf } = useTopicNames();
  const area = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState<Shown | null>(null);
  const text = signal.text ?? '';
  const marks = useContext(SearchMarks);
  const pieces = useMemo(() => piecesOf(text, signal.mentions), [text, signal.mentions]);

  const show = (mention: Mention, element: HTMLElement, pinned: boolean) => {
    const outer = area.current?.getBoundingClientRect();
    const inner = element.getClientRects()[0] ?? element.getBoundingClientRect();
    if (!outer) return;
    setShown({
      mention,
      pinned,
      box: {
        left: inner.left - outer.left,
        top: inner.top - outer.top,
        width: inner.width,
        height: inner.height,
      },
    });
  };
  const later = (run: () => void, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, ms);
  };
  const leave = () => later(() => setShown((now) => (now?.pinned ? now : null)), 220);

  return (
    <div ref={area} className={styles.area}>
      <p
        className={styles.text}
        lang={signal.language ?? undefined}
        style={lines ? { WebkitLineClamp: lines } : {}}
        data-clamped={lines ? true : undefined}
      >
        {pieces.map(({ text: words, at, mention }) =>
          mention ? (
            <span
              key={at}
              role="button"
              tabIndex={0}
              className={styles.mention}
              data-tone={toneOfPolarity(mention.label)}
              aria-label={`${words}: ${nameOf(mention.aspect)}, ${named(terms.polarity, mention.label)}, ${format.share(mention.confidence)}`}
              onPointerEnter={(event) => {
                const element = event.currentTarget;
                if (event.pointerType === 'mouse') later(() => show(mention, element, false), 220);
              }}
              onPointerLeave={leave}
              onClick={(event) => {
                event.stopPropagation();
                show(mention, event.currentTarget, true);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                show(mention, event.currentTarget, true);
              }}
            >
              <Marked text={words} marks={marks} />
            </span>
          ) : (
            <span key={at}>
              <Marked text={words} marks={marks} />
            </span>
          ),
        )}
      </p>
      {shown ? (
        <MentionCard
          key={`${shown.mention.start}`}
          signalId={signal.id}
          mention={shown.mention}
          box={shown.box}
          pinned={shown.pinned}
          pin={() => setShown((now) => (now ? { ...now, pinned: true } : now))}
          enter={() => clearTimeout(timer.current)}
          leave={leave}
          close={() => setShown(null)}
        />
      ) : null}
    </div>
  );
}

/** The words that were searched for stand out. */
function Marked({ text, marks }: { text: string; marks: readonly string[] }) {
  if (marks.length === 0) return text;
  return markedPieces(text, marks).map(({ at, words, marked }) =>
    marked ? (
      <mark key={at} className={styles.mark}>
        {words}
      </mark>
    ) : (
      words
    ),
  );
}
