import { endpoints, type ReplyReceived } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { TableScroll } from '../../ui/table-scroll.tsx';
import { useRefusalSentence } from '../../ui/wrong-value.ts';
import { useWords } from '../../words/index.ts';

type Quality = ReplyReceived<typeof endpoints.dataQuality>;

export function QualitySettings() {
  const quality = useReply(endpoints.dataQuality, undefined, { refetchInterval: 15_000 });
  return <Loaded reply={quality}>{(data) => <QualityTables quality={data} />}</Loaded>;
}

function QualityTables({ quality }: { quality: Quality }) {
  const { settings } = useWords();
  const words = settings.quality;
  return (
    <>
      <p>
        {quality.freshAt ? (
          <>
            {words.fresh}: <Moment at={quality.freshAt} />.
          </>
        ) : (
          words.nothing
        )}{' '}
        {quality.withoutCustomer > 0 ? words.withoutCustomer(quality.withoutCustomer) : null}
      </p>
      <SourceCounts sources={quality.sources} />
      <Section title={words.refusals} hint={words.refusalsHint}>
        {quality.refusals.length === 0 ? (
          <p className={table.dim}>{words.noRefusals}</p>
        ) : (
          <Refusals refusals={quality.refusals} />
        )}
      </Section>
      {quality.unknownPlaces.length > 0 ? <UnknownPlaces codes={quality.unknownPlaces} /> : null}
    </>
  );
}

function SourceCounts({ sources }: { sources: Quality['sources'] }) {
  const { settings } = useWords();
  const words = settings.quality;
  const format = useFormats();
  return (
    <TableScroll label={settings.sections.quality}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.source}</th>
            <th className={table.number}>{words.signals}</th>
            <th className={table.number}>{words.events}</th>
            <th className={table.number}>{words.duplicates}</th>
            <th className={table.number}>{words.refused}</th>
            <th>{words.lastHappened}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.sourceId}>
              <td>{settings.sources.ownNames[source.name] ?? source.name}</td>
              <td className={table.number}>{format.count(source.signals)}</td>
              <td className={table.number}>{format.count(source.events)}</td>
              <td className={table.number}>{format.count(source.duplicates)}</td>
              <td className={table.number}>{format.count(source.refused)}</td>
              <td>{source.lastHappenedAt ? <Moment at={source.lastHappenedAt} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Refusals({ refusals }: { refusals: Quality['refusals'] }) {
  const { settings } = useWords();
  const sentence = useRefusalSentence();
  const words = settings.quality;
  return (
    <TableScroll label={words.refusals}>
      <table className={table.table}>
        <tbody>
          {refusals.map((refusal) => (
            <tr key={refusal.id}>
              <td className={table.dim}>
                <Moment at={refusal.at} />
              </td>
              <td>{settings.sources.ownNames[refusal.source] ?? refusal.source}</td>
              <td>
                {sentence(refusal)}
                <details>
                  <summary>{words.showItem}</summary>
                  <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{refusal.item}</pre>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function UnknownPlaces({ codes }: { codes: Quality['unknownPlaces'] }) {
  const { settings } = useWords();
  const format = useFormats();
  return (
    <Section title={settings.quality.unknownPlaces} hint={settings.quality.unknownHint}>
      <table className={table.table}>
        <tbody>
          {codes.map(({ code, items }) => (
            <tr key={code}>
              <td>{code}</td>
              <td className={table.number}>{format.count(items)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
