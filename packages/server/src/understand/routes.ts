import type { ServerResponse } from 'node:http';
import { type Endpoint, endpoints, Question, type SignalCard, TopicTree } from '@lyhord/contract';
import type { Viewer } from '../access/index.ts';
import { type Handler, type Route, route } from '../platform/http/endpoints.ts';
import { Problem } from '../platform/http/problem.ts';
import { judgeChange } from './changes/judge-change.ts';
import { correct } from './feed/apply-correction.ts';
import { type CardSources, cardsById } from './feed/signal-cards.ts';
import type { Ground } from './ground.ts';
import { describeMetrics } from './metrics/describe-metrics.ts';
import { listSavedQuestions, removeSavedQuestion, saveQuestion } from './questions/saved-question-store.ts';
import { readAlikeComments } from './topics/alike-comments.ts';
import { checkedTree } from './topics/checked-tree.ts';
import { readTopicPage } from './topics/topic-page.ts';
import type { Understand } from './understand.ts';

type Questions = Pick<
  Understand,
  | 'ask'
  | 'progressOf'
  | 'rowsBehind'
  | 'inTheirWords'
  | 'aroundThem'
  | 'drivers'
  | 'support'
  | 'loyalty'
  | 'pulse'
  | 'places'
  | 'topics'
  | 'feed'
  | 'listChanges'
  | 'signalCards'
>;

const on = <E extends Endpoint>(endpoint: E, handle: Handler<E, Viewer>): Route<Viewer> =>
  route<E, Viewer>(endpoint, handle);

/** Endpoints → use cases. */
export function understandRoutes(
  ground: Ground,
  sources: CardSources,
  questions: Questions,
): Route<Viewer>[] {
  const { platform, access } = ground;
  const { now } = platform.clock;

  const seenSignal = async (viewer: Viewer, id: string): Promise<SignalCard> => {
    const [card] = await cardsById(ground, sources, viewer, [id]);
    if (card) return card;
    throw new Problem('not_found', { detail: `There is no signal "${id}", or you may not see it.` });
  };

  return [
    on(endpoints.ask, ({ body, query }, { viewer, reply }) =>
      questions.ask(viewer, body, { signal: abandoned(reply.raw), follow: query.follow }),
    ),
    on(endpoints.questionProgress, ({ query }, { viewer }) => questions.progressOf(viewer, query.follow)),
    on(endpoints.questionRows, ({ query }, { viewer }) =>
      questions.rowsBehind(viewer, questionFrom(query.question)),
    ),
    on(endpoints.questionInWords, ({ query }, { viewer }) =>
      questions.inTheirWords(viewer, questionFrom(query.question)),
    ),
    on(endpoints.questionAround, ({ query }, { viewer }) =>
      questions.aroundThem(viewer, questionFrom(query.question)),
    ),
    on(endpoints.listSavedQuestions, async (_input, { viewer }) => ({
      questions: await listSavedQuestions(platform.ledger, viewer),
    })),
    on(endpoints.saveQuestion, ({ body }, { viewer }) =>
      saveQuestion(platform.ledger, viewer, { id: platform.ids.next(), ...body, at: now() }),
    ),
    on(endpoints.removeSavedQuestion, async ({ params }, { viewer }) => {
      if (await removeSavedQuestion(platform.ledger, viewer, params.id)) return { removed: true as const };
      throw new Problem('not_found', { detail: `There is no saved question "${params.id}".` });
    }),
    on(endpoints.listMetrics, async (_input, { viewer }) => ({ metrics: describeMetrics(viewer.locale) })),
    on(endpoints.pulse, ({ query }, { viewer }) => questions.pulse(viewer, query)),
    on(endpoints.placesOverview, ({ query }, { viewer }) => questions.places(viewer, query)),
    on(endpoints.drivers, ({ query }, { viewer }) => questions.drivers(viewer, query)),
    on(endpoints.support, ({ query }, { viewer }) => questions.support(viewer, query)),
    on(endpoints.loyalty, ({ query }, { viewer }) => questions.loyalty(viewer, query)),
    on(endpoints.listTopics, ({ query }, { viewer }) => questions.topics(viewer, query)),
    on(endpoints.alikeComments, ({ params, query }, { viewer }) =>
      readAlikeComments(ground, sources, viewer, params.id, query),
    ),
    on(endpoints.readTopic, ({ params, query }, { viewer }) =>
      readTopicPage(ground, sources, viewer, params.id, query),
    ),
    on(
      endpoints.topicTree,
      async (_input, { viewer }) => (await ground.readings.current(viewer.workspaceId)).names.tree,
    ),
    on(endpoints.changeTopicTree, async ({ body }, { viewer }) => {
      const tree = checkedTree(TopicTree.parse(body));
      const reanalysing = await ground.readings.change(viewer.workspaceId, tree, viewer.personId);
      await access.audit(viewer, 'topic tree changed', 'topic-tree', `${tree.topics.length} topics`);
      return { reanalysing };
    }),
    on(endpoints.feed, ({ query }, { viewer }) => questions.feed(viewer, query)),
    on(endpoints.readSignal, ({ params }, { viewer }) => seenSignal(viewer, params.id)),
    on(endpoints.correctMention, async ({ params, body }, { viewer }) => {
      const card = await seenSignal(viewer, params.id);
      const found = card.mentions.some(
        ({ aspect, start, end }) => aspect === body.aspect && start === body.start && end === body.end,
      );
      if (!found) {
        throw new Problem('not_found', {
          detail: `The signal has no mention of "${body.aspect}" from ${body.start} to ${body.end}.`,
        });
      }
      await correct(ground, viewer, card, body);
      await access.audit(viewer, 'mention corrected', `signal:${card.id}`, body.aspect);
      return { recorded: true as const };
    }),
    on(endpoints.labelSignal, async ({ params, body }, { viewer }) => {
      const card = await seenSignal(viewer, params.id);
      const { topic, label, start, end } = body;
      if (end <= start || end > (card.text?.length ?? 0)) {
        throw new Problem('invalid_input', {
          detail: `The words from ${start} to ${end} do not stand in the comment, which has ${card.text?.length ?? 0} characters.`,
        });
      }
      const labelled = { aspect: '', start, end, correctAspect: topic, correctLabel: label };
      await correct(ground, viewer, card, labelled);
      await access.audit(viewer, 'comment labelled', `signal:${card.id}`, topic);
      return { recorded: true as const };
    }),
    on(endpoints.listChanges, ({ query }, { viewer }) => questions.listChanges(viewer, query)),
    on(endpoints.judgeChange, ({ params, body }, { viewer }) =>
      judgeChange(ground, sources, viewer, params.id, body),
    ),
  ];
}

/** Aborted when whoever asked has gone before the answer. */
function abandoned(answer: ServerResponse): AbortSignal {
  const control = new AbortController();
  answer.once('close', () => {
    if (!answer.writableFinished) control.abort();
  });
  return control.signal;
}

/** A question that travels in an address. */
function questionFrom(text: string): Question {
  try {
    return Question.parse(JSON.parse(text));
  } catch {
    throw new Problem('invalid_input', {
      detail: `"${text.slice(0, 120)}" is not a question; send what POST /api/questions takes, as JSON.`,
    });
  }
}
