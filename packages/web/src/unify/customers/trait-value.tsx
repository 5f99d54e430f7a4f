import { endpoints } from '@lyhord/contract';
import { useReply } from '../../client/queries.ts';
import { useFormats } from '../../ui/format.ts';
import { Moment } from '../../ui/moment.tsx';
import { named, useWords } from '../../words/index.ts';

const codes: Readonly<Record<string, 'language' | 'region'>> = {
  ...{ language: 'language', lang: 'language', locale: 'language', preferredLanguage: 'language' },
  ...{ country: 'region', countryCode: 'region', country_code: 'region', 'address.country': 'region' },
};
const places = new Set(['homeStore', 'home_store', 'store', 'favouriteStore', 'place']);
const isCode = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/;

interface Trait {
  readonly name: string;
  readonly value: string;
  readonly source: string;
  readonly at: string;
}

/** What is known of a customer or a company, a line each, with who said it and when. */
export function TraitLines({ traits }: { traits: readonly Trait[] }) {
  const { profile, settings } = useWords();
  return traits.map(({ name, value, source, at }) => (
    <li key={name}>
      <small>{named(profile.traitNames, name)}</small>
      <TraitValue name={name} value={value} />
      <small>
        {profile.from(settings.sources.ownNames[source] ?? source)}, <Moment at={at} />
      </small>
    </li>
  ));
}

/** What a source said of a customer, in words: no code of a language, country or place. */
export function TraitValue({ name, value }: { name: string; value: string }) {
  const { profile } = useWords();
  const { tag } = useFormats();
  if (places.has(name)) return <PlaceOfCode code={value} />;
  const kind = codes[name];
  if (kind && isCode.test(value)) return <>{nameOf(kind, value, tag)}</>;
  return <>{profile.traitAnswers[value] ?? value}</>;
}

function PlaceOfCode({ code }: { code: string }) {
  const { data } = useReply(endpoints.listPlaces);
  return <>{data?.places.find((place) => place.code.toLowerCase() === code.toLowerCase())?.name ?? code}</>;
}

/** The code itself where nobody has a name for it. */
function nameOf(kind: 'language' | 'region', code: string, tag: string): string {
  try {
    const written = kind === 'region' ? code.toUpperCase() : code.replaceAll('_', '-');
    const name = new Intl.DisplayNames([tag], { type: kind }).of(written) ?? code;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return code;
  }
}
