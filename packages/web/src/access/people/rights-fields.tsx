import { type Role, roles } from '@lyhord/contract';
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { usePlaces } from '../../unify/place-tree.ts';
import { useWords } from '../../words/index.ts';

export interface Rights {
  role: Role;
  placeIds: string[];
  team: string | null;
}

/** Role, places and team of a person: the same for an invitation and for a change. */
export function RightsFields({ rights, set }: { rights: Rights; set: (change: Partial<Rights>) => void }) {
  const { settings, terms } = useWords();
  const words = settings.people;
  const { nodes } = usePlaces();
  return (
    <>
      <Select
        label={words.role}
        description={terms.roleMeanings[rights.role]}
        value={rights.role}
        allowDeselect={false}
        data={roles.map((role) => ({ value: role, label: terms.roles[role] }))}
        onChange={(role) => role && set({ role: role as Role })}
      />
      <MultiSelect
        label={words.where}
        placeholder={rights.placeIds.length === 0 ? words.allPlaces : ''}
        value={rights.placeIds}
        searchable
        clearable
        data={nodes.map((node) => ({
          value: node.place.id,
          label: [...node.path.slice(1), node.place.name].join(' › '),
        }))}
        onChange={(placeIds) => set({ placeIds })}
      />
      <TextInput
        label={words.team}
        value={rights.team ?? ''}
        maxLength={60}
        onChange={(event) => set({ team: event.currentTarget.value || null })}
      />
    </>
  );
}
