import { endpoints, type TopicRow } from '@lyhord/contract';
import { Button, SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useReply } from '../../client/queries.ts';
import { scopeQuery, useAddressed, useScope } from '../../client/scope.ts';
import { DownloadTable } from '../../ui/download.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded, WaitingRows } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { WithheldNote } from '../../ui/withheld-note.tsx';
import { useWords } from '../../words/index.ts';
import { CompareButton, Discoveries } from '../discover/discoveries.tsx';
import { SegmentChoice, useTopicScope } from './segment-choice.tsx';
import { TopicBars } from './topic-bars.tsx';
import { TopicPartsSection } from './topic-parts.tsx';
import { WantedFeelings } from './wanted-feelings.tsx';

type Order = 'volume' | 'down' | 'up';

/** What customers speak of: how much, how they feel about it, and what it does to the score. */
export function TopicsScreen() {
  const { understand, discover, explore } = useWords();
  const words = understand.topics;
  const scope = useScope();
  const asked = useTopicScope();
  const [order = 'volume', setOrder] = useAddressed<Order>('order');
  const reply = useReply(endpoints.listTopics, { query: asked });
  const find = useTopicsFinding();
  const topics = ofKind(reply.data?.topics ?? [], 'topic');
  return (
    <Page
      title={words.title}
      finding={topics.length > 0 ? find(topics) : undefined}
      lead={reply.data?.commented ? words.lead(reply.data.commented) : undefined}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={words.sortBy}
            value={order}
            onChange={(value) => setOrder(value === 'volume' ? undefined : (value as Order))}
            data={(['volume', 'down', 'up'] as const).map((value) => ({ value, label: words.sorts[value] }))}
          />
          <SegmentChoice />
          <CompareButton label={discover.compare.open} />
          <DownloadTable table="topics" query={scopeQuery(scope)} />
        </>
      }
    >
      <Loaded reply={reply} waiting={<WaitingRows rows={9} height={56} />}>
        {({ topics: all, commented, wantedFeelings }) =>
          all.length === 0 ? (
            asked.segment ? (
              <Empty title={explore.noneOfSegment}>{explore.noneOfSegmentHint}</Empty>
            ) : (
              <NoComments />
            )
          ) : (
            <>
              <TopicBars topics={inOrder(ofKind(all, 'topic'), order)} commented={commented} />
              <WithheldNote />
              <WantedFeelings feelings={ofKind(all, 'feeling')} share={wantedFeelings} />
              {asked.segment ? null : <TopicPartsSection />}
              <Discoveries />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const ofKind = (topics: readonly TopicRow[], kind: TopicRow['kind']) =>
  topics.filter((topic) => topic.kind === kind);

function inOrder(topics: readonly TopicRow[], order: Order): TopicRow[] {
  const points = ({ contribution }: TopicRow) => contribution?.points ?? 0;
  const by: Record<Order, (a: TopicRow, b: TopicRow) => number> = {
    volume: (a, b) => b.volume - a.volume,
    down: (a, b) => points(a) - points(b),
    up: (a, b) => points(b) - points(a),
  };
  return [...topics].sort(by[order]);
}

/** Only effects whose interval keeps clear of nought are named in the heading. */
function useTopicsFinding(): (topics: readonly TopicRow[]) => string {
  const { understand } = useWords();
  const words = understand.topics;
  return (topics) => {
    const clear = topics.filter(({ contribution: c }) => c && (c.low > 0 || c.high < 0));
    const sorted = inOrder(clear, 'down');
    const down = sorted.find(({ contribution }) => (contribution?.points ?? 0) < 0)?.label;
    const up = sorted.findLast(({ contribution }) => (contribution?.points ?? 0) > 0)?.label;
    if (down && up) return words.findingBoth(down, up.toLocaleLowerCase());
    if (down) return words.findingDown(down);
    return up ? words.findingUp(up) : words.title;
  };
}

function NoComments() {
  const { understand } = useWords();
  return (
    <Empty
      title={understand.topics.none}
      actions={
        <Button component={Link} to="/surveys">
          {understand.pulse.ask}
        </Button>
      }
    >
      {understand.topics.noneHint}
    </Empty>
  );
}
