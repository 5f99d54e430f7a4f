import { endpoints, type Place } from '@lyhord/contract';
import { Button, Modal } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useReply } from '../../client/queries.ts';
import { may, useMe } from '../../client/session.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { tagOf, useLanguage } from '../../words/index.ts';
import { type PlaceNode, placesInOrder } from '../place-tree.ts';
import { PlaceForm } from './place-form.tsx';
import styles from './place-settings.module.css';

type Editing = { place: Place } | { parentId: string | null };

/** The place tree with what can be done to each node. */
export function PlaceSettings() {
  const { words, locale } = useLanguage();
  const { settings, ui } = words;
  const me = useMe();
  const mine = may(me, ['admin']);
  const reply = useReply(endpoints.listPlaces);
  const [editing, setEditing] = useState<Editing | null>(null);
  const add = (parentId: string | null) => (
    <Button leftSection={<IconPlus size={18} stroke={1.6} />} onClick={() => setEditing({ parentId })}>
      {settings.places.add}
    </Button>
  );
  return (
    <Loaded reply={reply}>
      {({ places }) => {
        const nodes = placesInOrder(places, tagOf(locale));
        return (
          <>
            {nodes.length === 0 ? (
              <Empty title={settings.places.empty} actions={mine ? add(null) : null}>
                {settings.places.emptyHint}
              </Empty>
            ) : (
              <>
                {mine ? <div>{add(nodes[0]?.place.id ?? null)}</div> : null}
                <ul className={styles.tree}>
                  {nodes.map((node) => (
                    <PlaceLine key={node.place.id} node={node} edit={mine ? setEditing : null} />
                  ))}
                </ul>
              </>
            )}
            <Modal
              opened={editing !== null}
              onClose={() => setEditing(null)}
              size="lg"
              title={titleOf(editing, settings.places)}
              closeButtonProps={{ 'aria-label': ui.close }}
            >
              {editing ? <PlaceForm places={nodes} {...editing} done={() => setEditing(null)} /> : null}
            </Modal>
          </>
        );
      }}
    </Loaded>
  );
}

const titleOf = (editing: Editing | null, words: { add: string; edit: (name: string) => string }) =>
  editing && 'place' in editing ? words.edit(editing.place.name) : words.add;

function PlaceLine({ node, edit }: { node: PlaceNode; edit: ((editing: Editing) => void) | null }) {
  const { words } = useLanguage();
  const { settings, terms } = words;
  const { place, depth } = node;
  return (
    <li
      className={styles.line}
      style={{ paddingInlineStart: depth * 20 }}
      data-archived={place.archived || undefined}
    >
      <span className={styles.name}>{place.name}</span>
      <span className={styles.code}>{place.code}</span>
      <Chip>{place.archived ? settings.places.archived : terms.placeKinds[place.kind]}</Chip>
      {edit ? (
        <span className={styles.deeds}>
          <Button
            variant="subtle"
            aria-label={settings.places.edit(place.name)}
            onClick={() => edit({ place })}
          >
            <IconPencil size={18} stroke={1.6} />
          </Button>
          <Button
            variant="subtle"
            aria-label={settings.places.addBelow(place.name)}
            onClick={() => edit({ parentId: place.id })}
          >
            <IconPlus size={18} stroke={1.6} />
          </Button>
        </span>
      ) : null}
    </li>
  );
}
