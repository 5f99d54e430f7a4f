import {
  dateFormats,
  endpoints,
  type ImportGuess,
  type ImportMapping,
  type ImportTarget,
  importTargets,
} from '@lyhord/contract';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeed } from '../../client/queries.ts';
import form from '../../ui/form.module.css';
import { FormTrouble } from '../../ui/trouble.tsx';
import { named, useWords } from '../../words/index.ts';
import { CheckResult } from './check-result.tsx';
import { ColumnTable } from './column-table.tsx';

interface MappingFormProps {
  id: string;
  guess: ImportGuess;
  begin: ImportTarget;
  choose: (target: ImportTarget) => void;
  started: () => void;
}

/** How the file is read, as guessed and then as the reader says; first tried, then loaded. */
export function MappingForm({ id, guess, begin, choose, started }: MappingFormProps) {
  const { imports: words } = useWords();
  const [mapping, setMapping] = useState<ImportMapping>({ ...guess.mapping, target: begin });
  const check = useDeed(endpoints.checkImport);
  const start = useDeed(endpoints.startImport, { refreshes: [endpoints.listImports], onDone: started });
  const set = (change: Partial<ImportMapping>) => {
    setMapping({ ...mapping, ...change });
    check.reset();
  };
  const call = { params: { id }, body: { mapping } };
  const missing = missingOf(guess, mapping);
  return (
    <form
      className={`${form.form} ${form.wide}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (check.data) start.mutate(call);
        else check.mutate(call);
      }}
    >
      <p>{words.guessed}</p>
      <div className={form.row}>
        <Select
          label={words.holds}
          value={mapping.target}
          allowDeselect={false}
          data={importTargets.map((value) => ({ value, label: words.targets[value] }))}
          onChange={(value) => value && choose(value as ImportTarget)}
        />
        <Select
          label={words.dateFormat}
          value={mapping.dateFormat}
          allowDeselect={false}
          data={dateFormats.map((value) => ({ value, label: words.dateFormats[value] }))}
          onChange={(value) => {
            if (!value) return;
            const { dateFormats: _each, ...rest } = mapping;
            setMapping({ ...rest, dateFormat: value as ImportMapping['dateFormat'] });
            check.reset();
          }}
        />
        <ForAllRows mapping={mapping} set={set} />
        <Checkbox
          label={words.decimalComma}
          checked={mapping.decimalComma}
          onChange={(event) => set({ decimalComma: event.currentTarget.checked })}
        />
      </div>
      <ColumnTable columns={guess.columns} mapping={mapping} change={(columns) => set({ columns })} />
      {guess.remarks.length > 0 ? (
        <ul className={form.note}>
          {guess.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      ) : null}
      {missing.map((any) => (
        <p key={any.join()}>
          {words.missing(any.map((field) => named(words.fields, field)).join(` ${words.or} `))}
        </p>
      ))}
      <FormTrouble failure={check.error ?? start.error} />
      {check.data ? <CheckResult check={check.data} again={() => check.mutate(call)} /> : null}
      <div className={`${form.buttons} ${form.left}`}>
        {check.data ? (
          <Button
            type="submit"
            loading={start.isPending}
            disabled={check.data.fresh === 0 && check.data.whole}
          >
            {check.data.whole ? words.load(check.data.fresh) : words.loadAll}
          </Button>
        ) : (
          <Button type="submit" loading={check.isPending} disabled={missing.length > 0}>
            {check.isPending ? words.checking : words.check}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A field that no column gives and every row needs. */
function ForAllRows({
  mapping,
  set,
}: {
  mapping: ImportMapping;
  set: (change: Partial<ImportMapping>) => void;
}) {
  const { imports: words, terms } = useWords();
  const constant = (field: string, value: string) =>
    set({ constants: { ...mapping.constants, [field]: value } });
  if (mapping.target === 'enrichment' && !mapping.columns.table) {
    return (
      <TextInput
        label={words.tableName}
        placeholder="weather"
        value={mapping.constants.table ?? ''}
        onChange={(event) => constant('table', event.currentTarget.value)}
      />
    );
  }
  if (mapping.target !== 'events' || mapping.columns.event) return null;
  return (
    <Select
      label={words.eventForAll}
      searchable
      value={mapping.constants.event ?? null}
      data={Object.entries(terms.events).map(([value, label]) => ({ value, label }))}
      onChange={(value) => constant('event', value ?? '')}
    />
  );
}

function missingOf(guess: ImportGuess, { columns, constants, target }: ImportMapping): string[][] {
  const given = (field: string) => Boolean(columns[field] ?? constants[field]);
  if (target !== guess.mapping.target) return [];
  const asked = guess.missing.filter((any) => !any.some(given));
  // what was guessed may have been taken away again
  const lost = Object.keys(guess.mapping.columns).includes('happenedAt') && !given('happenedAt');
  return lost ? [['happenedAt'], ...asked] : asked;
}
