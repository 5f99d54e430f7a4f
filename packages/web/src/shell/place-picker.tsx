import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown, IconMapPin } from '@tabler/icons-react';
import { useState } from 'react';
import { useChangeScope, useScope } from '../client/scope.ts';
import { useMe } from '../client/session.ts';
import { type PlaceNode, usePlaces } from '../unify/place-tree.ts';
import { useLanguage } from '../words/index.ts';
import styles from './picker.module.css';

const everywhere = '';

/** Which place the screens speak of. */
export function PlacePicker() {
  const { locale, words } = useLanguage();
  const me = useMe();
  const { place } = useScope();
  const change = useChangeScope();
  const { nodes, byId } = usePlaces(locale);
  const [typed, setTyped] = useState('');
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      setTyped('');
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const all = me.places.length > 0 ? words.frame.myPlaces : words.frame.allPlaces;
  const name = place ? (byId.get(place)?.name ?? all) : all;
  return (
    <Combobox
      store={box}
      width={320}
      position="bottom-start"
      onOptionSubmit={(id) => {
        change({ place: id === everywhere ? undefined : id });
        box.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <button type="button" className={styles.picker} onClick={() => box.toggleDropdown()}>
          <IconMapPin size={17} stroke={1.6} aria-hidden="true" />
          <span className={styles.hidden}>{words.frame.choosePlace}: </span>
          <span className={styles.name}>{name}</span>
          <IconChevronDown size={15} stroke={1.8} aria-hidden="true" />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.updateSelectedOptionIndex();
          }}
          placeholder={words.frame.findPlace}
          aria-label={words.frame.findPlace}
        />
        <Combobox.Options className={styles.options} aria-label={words.frame.choosePlace}>
          <PlaceOptions nodes={nodes} typed={typed} all={all} chosen={place ?? everywhere} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function PlaceOptions({
  nodes,
  typed,
  all,
  chosen,
}: {
  nodes: readonly PlaceNode[];
  typed: string;
  all: string;
  chosen: string;
}) {
  const { locale, words } = useLanguage();
  const wanted = typed.trim().toLocaleLowerCase(locale);
  const fits = (node: PlaceNode) =>
    node.place.name.toLocaleLowerCase(locale).includes(wanted) ||
    node.place.code.toLocaleLowerCase(locale).includes(wanted);
  const shown = wanted ? nodes.filter(fits) : nodes;
  return (
    <>
      {wanted ? null : (
        <Combobox.Option value={everywhere} active={chosen === everywhere} className={styles.option}>
          {all}
        </Combobox.Option>
      )}
      {shown.map(({ place, depth, path }) => (
        <Combobox.Option
          key={place.id}
          value={place.id}
          active={chosen === place.id}
          className={styles.option}
          style={wanted ? {} : { paddingInlineStart: 12 + depth * 18 }}
        >
          <span data-branch={['organisation', 'country', 'region'].includes(place.kind) || undefined}>
            {place.name}
          </span>
          {wanted && path.length > 0 ? <small>{path.join(' › ')}</small> : null}
        </Combobox.Option>
      ))}
      {shown.length === 0 ? <Combobox.Empty>{words.frame.noSuchPlace}</Combobox.Empty> : null}
    </>
  );
}
