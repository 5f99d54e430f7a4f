import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { useWords } from '../../words/index.ts';
import { BuyingView } from './buying-view.tsx';
import { ExperienceView } from './experience-view.tsx';
import { KeptView } from './kept-view.tsx';
import { KindsView } from './kinds-view.tsx';

const views = { experience: ExperienceView, buying: BuyingView, kinds: KindsView, kept: KeptView };
type View = keyof typeof views;

/** Segments by experience, by how they buy, by what the numbers show, and by rules of one's own. */
export function SegmentsScreen() {
  const { segments: words } = useWords();
  const navigate = useNavigate({ from: '/segments' });
  const { show = 'experience' } = useSearch({ from: '/frame/segments' });
  const Shown = views[show];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <SegmentedControl
          aria-label={words.view}
          value={show}
          onChange={(value) =>
            void navigate({
              search: (before) => ({
                ...before,
                show: value === 'experience' ? undefined : (value as 'kept'),
              }),
            })
          }
          data={(Object.keys(views) as View[]).map((value) => ({ value, label: words.views[value] }))}
        />
      }
    >
      <Shown />
    </Page>
  );
}
