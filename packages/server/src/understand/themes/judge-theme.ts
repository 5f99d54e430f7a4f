// A theme becomes a topic with one click: its words join the tree, and all history is read again in the background.
import type { Topic, TopicTree } from '@lyhord/contract';
import type { Viewer } from '../../access/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Ground } from '../ground.ts';
import { checkedTree } from '../topics/checked-tree.ts';
import { judgeTheme, type KeptTheme, type ThemeState, themeById } from './theme-store.ts';

const heavy = 0.25;
const mostWords = 8;

export async function judgeThemeAs(
  ground: Ground,
  viewer: Viewer,
  id: string,
  judgement: { state: ThemeState; name?: string | undefined },
): Promise<{ topic: string | null; reanalysing: number }> {
  const { ledger, clock } = ground.platform;
  const { workspaceId, personId } = viewer;
  const theme = await themeById(ledger, workspaceId, id);
  if (!theme) throw new Problem('not_found', { detail: `There is no theme "${id}".` });
  const name = judgement.name ?? theme.phrases[0]!;
  let topic: string | null = theme.topic;
  let reanalysing = 0;
  if (judgement.state === 'accepted' && theme.state !== 'accepted') {
    const { tree } = await ground.readings.newestTree(workspaceId);
    const made = topicOf(theme, name, tree, viewer.locale);
    topic = made.key;
    const next = checkedTree({ topics: [...tree.topics, made] });
    reanalysing = await ground.readings.change(workspaceId, next, personId);
  }
  if (judgement.state !== 'accepted') topic = null;
  await judgeTheme(ledger, workspaceId, id, { state: judgement.state, topic, by: personId, at: clock.now() });
  await ground.access.audit(viewer, `theme ${judgement.state}`, `theme:${id}`, name);
  return { topic, reanalysing };
}

/** The theme as a topic: the stems that carry it, as customers write them. */
function topicOf(theme: KeptTheme, name: string, tree: TopicTree, locale: string): Topic {
  const taken = new Set(tree.topics.map(({ key }) => key));
  const stem = keyOf(name);
  let key = stem;
  for (let number = 2; taken.has(key); number++) key = `${stem}_${number}`;
  const spoken = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    key,
    parent: null,
    names: { [theme.language]: spoken, [locale]: spoken, en: spoken },
    words: { [theme.language]: wordsOf(theme) },
    exclusions: {},
  };
}

function keyOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gi, '_')
    .toLowerCase();
  return plain.replace(/^_+|_+$/g, '').slice(0, 48) || 'theme';
}

/** Single words that carry the theme, with any ending; and its phrases where no single word does. */
function wordsOf({ terms, phrases }: KeptTheme): string[] {
  const single = terms.filter(({ term, weight }) => weight >= heavy && !term.includes(' '));
  const words = single.slice(0, mostWords).map(({ term }) => (term.length >= 4 ? `${term}*` : term));
  return words.length > 0 ? words : phrases.slice(0, mostWords);
}
