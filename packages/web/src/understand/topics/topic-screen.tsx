import { endpoints } from '@lyhord/contract';
import { useParams } from '@tanstack/react-router';
import { BalanceChart } from '../../charts/balance-chart.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { useReply } from '../../client/queries.ts';
import { useScope } from '../../client/scope.ts';
import { SignalLine } from '../../collect/signal/signal-line.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { useFormats } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Loaded, WaitingBlock, WaitingRows } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { Doors } from '../behind/doors.tsx';
import { AlikeComments } from './alike-comments.tsx';
import { movementOfCounts } from './movement-of-counts.ts';
import { RisingWords } from './rising-words.tsx';
import { SegmentChoice, useSegment, useTopicScope } from './segment-choice.tsx';
import { TopicDimensions } from './topic-dimensions.tsx';
import type { TopicPage } from './topic-page.ts';
import { TopicPlaces } from './topic-places.tsx';
import styles from './topic-screen.module.css';
import { TopicSegments } from './topic-segments.tsx';

/** One topic: how it moves, where it is worst, and what people say. */
export function TopicScreen() {
  const { understand } = useWords();
  const words = understand.topics;
  const format = useFormats();
  const { topic: key } = useParams({ from: '/frame/topics/$topic' });
  const asked = useTopicScope();
  const reply = useReply(endpoints.readTopic, { params: { id: key }, query: asked });
  const topic = reply.data?.topic;
  return (
    <Page
      title={topic?.label ?? words.title}
      finding={topic ? words.one(topic.label, topic.volume, format.share(topic.share)) : undefined}
      lead={
        topic && topic.positive !== null && topic.negative !== null
          ? words.balance(format.count(topic.positive), format.count(topic.negative))
          : undefined
      }
      back={
        <BackLink to="/topics" search={{ segment: asked.segment }}>
          {words.back}
        </BackLink>
      }
      actions={
        <>
          <SegmentChoice />
          <LinkButton to="/feed" search={{ topic: key }} variant="default">
            {words.feedOf}
          </LinkButton>
        </>
      }
    >
      <Loaded
        reply={reply}
        waiting={
          <>
            <WaitingBlock height={260} />
            <WaitingRows rows={6} height={64} />
          </>
        }
      >
        {(page) => <TopicBody page={page} />}
      </Loaded>
    </Page>
  );
}

function TopicBody({ page }: { page: TopicPage }) {
  const { from, to, place } = useScope();
  const segment = useSegment();
  const { understand } = useWords();
  const words = understand.topics;
  return (
    <div className={styles.body}>
      <TopicTrend page={page} />
      <Doors
        question={{
          ...{ metric: 'signals', period: { from, to } },
          ...(place ? { place } : {}),
          where: segment
            ? {
                all: [
                  { field: 'topic', is: page.topic.key },
                  { field: 'segment', is: segment },
                ],
              }
            : { field: 'topic', is: page.topic.key },
        }}
      />
      <div className={styles.columns}>
        <div className={styles.side}>
          <Section title={words.quotes} hint={words.quotesHint}>
            <ul className={styles.quotes}>
              {page.quotes.map((signal) => (
                <li key={signal.id}>
                  <SignalLine signal={signal} lines={5} />
                </li>
              ))}
            </ul>
          </Section>
          <AlikeComments topic={page.topic.key} />
        </div>
        <div className={styles.side}>
          <TopicPlaces topic={page.topic.key} places={page.places} />
          <TopicSegments topic={page.topic.key} />
          <TopicDimensions topic={page.topic.key} by={page.by} />
          <RisingWords words={page.words} />
        </div>
      </div>
    </div>
  );
}

function TopicTrend({ page: { topic, trend } }: { page: TopicPage }) {
  const { understand, ui } = useWords();
  const format = useFormats();
  const words = understand.topics;
  const say = { more: words.trendMore, less: words.trendLess, same: words.trendSame };
  const title = say[movementOfCounts(trend.map(({ negative }) => negative))](topic.label);
  return (
    <ChartFrame
      title={title}
      hint={words.trendHint}
      file={`topic-${topic.key}`}
      table={{
        head: [ui.day, words.positive, words.negative, words.volume],
        rows: trend.map(({ day, positive, negative, volume }) => [day, positive, negative, volume]),
        shown: trend.map(({ day, positive, negative, volume }) => [
          format.fullDay(day),
          format.count(positive),
          format.count(negative),
          format.count(volume),
        ]),
      }}
    >
      <BalanceChart points={trend} label={title} />
    </ChartFrame>
  );
}
