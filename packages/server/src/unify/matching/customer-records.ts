// Customers as records to compare: from their traits and identifiers, in one spelling.
import { type Sql, sql } from '../../platform/stores/sql.ts';
import type { Warehouse } from '../../platform/stores/warehouse.ts';
import type { Identities } from '../identity/identities.ts';
import type { MatchRecord } from './match-scheme.ts';

export interface CustomerRecords {
  /** Profile keys, beside their records. */
  readonly profiles: string[];
  readonly records: MatchRecord[];
}

/** Which traits hold what is compared; names as they come from sources of all kinds. */
const traitFields: Readonly<Record<string, readonly string[]>> = {
  given: ['first_name', 'firstName', 'given_name', 'givenName'],
  family: ['last_name', 'lastName', 'family_name', 'familyName', 'surname'],
  whole: ['name', 'full_name', 'fullName'],
  birth: ['birthday', 'birth_date', 'birthDate', 'date_of_birth', 'dateOfBirth', 'dob'],
  street: ['street', 'address', 'address.street', 'address_line_1', 'address1', 'address.line1'],
  postcode: [
    'postcode',
    'postal_code',
    'postalCode',
    'zip',
    'address.postalCode',
    'address.postal_code',
    'address.zip',
  ],
};
const fieldOf = new Map(
  Object.entries(traitFields).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);
/** More customers than this are not compared in one run; those who were seen last come first. */
const mostRecords = 250_000;

interface ValueRow {
  readonly identifier_key: string;
  readonly field: string;
  readonly value: string;
}

/** Records of customers with something to compare; of the profiles given, or of all. */
export async function customerRecords(
  warehouse: Warehouse,
  identities: Identities,
  workspaceId: string,
  profileKeys?: readonly string[],
): Promise<CustomerRecords> {
  const keys = profileKeys?.flatMap((key) => identities.identifierKeysOf(workspaceId, key));
  const among = keys === undefined ? sql`true` : sql`identifier_key in ${sql.list(keys, 'UInt64')}`;
  const byProfile = new Map<string, Record<string, string>>();
  for (const { identifier_key, field, value } of await valuesOf(warehouse, workspaceId, among)) {
    const profile = identities.profileKeyOf(workspaceId, identifier_key);
    if (profile === null) continue;
    const record = byProfile.get(profile) ?? {};
    byProfile.set(profile, record);
    record[fieldOf.get(field) ?? field] ??= value;
  }
  const found = [...byProfile]
    .map(([profile, record]) => ({ profile, record: spelled(record) }))
    .filter(({ record }) => profileKeys !== undefined || (record.family !== '' && record.given !== ''));
  return { profiles: found.map(({ profile }) => profile), records: found.map(({ record }) => record) };
}

/** Newest value of each trait and each address, newest first. */
function valuesOf(warehouse: Warehouse, workspaceId: string, among: Sql): Promise<ValueRow[]> {
  return warehouse.query<ValueRow>(
    sql`select identifier_key, field, value from (
        select identifier_key, name as field, argMax(value, (happened_at, commit_no)) as value,
            max(happened_at) as at
          from traits where workspace_id = ${workspaceId} and ${among}
            and name in ${sql.list([...fieldOf.keys()], 'String')}
          group by identifier_key, name
        union all select identifier_key, type as field, value, first_seen_at as at from identifiers
          where workspace_id = ${workspaceId} and ${among} and type in ('email', 'phone'))
      where value != '' order by at desc, field, value limit ${mostRecords * 8}`,
    { timeoutMs: 120_000 },
  );
}

function spelled(raw: Readonly<Record<string, string>>): MatchRecord {
  const { whole = '' } = raw;
  const names = words(whole).split(' ');
  const given = words(raw.given ?? '') || (names.length > 1 ? names.slice(0, -1).join(' ') : '');
  const family = words(raw.family ?? '') || (names.length > 1 ? (names.at(-1) ?? '') : '');
  const birth = /(\d{4})-?(\d{2})-?(\d{2})/.exec(raw.birth ?? '');
  return {
    given,
    family,
    birth: birth ? `${birth[1]}-${birth[2]}-${birth[3]}` : '',
    street: words(raw.street ?? ''),
    postcode: (raw.postcode ?? '').replace(/\W/g, '').toUpperCase(),
    email: raw.email ?? '',
    phone: raw.phone ?? '',
  };
}

/** Lower case without accents and signs, so that Åsa and asa agree. */
const words = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
