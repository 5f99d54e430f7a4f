// What is compared of two records, how, and which pairs are looked at: data, not code.

/**
 * `name` and `text` forgive a typing error anywhere (Jaro–Winkler of at least 0.88), `code` and `date` one character;
 * `word` forgives nothing.
 */
export type Comparison = 'name' | 'text' | 'code' | 'date' | 'word';

export interface MatchField {
  readonly name: string;
  readonly compare: Comparison;
  /**
   * For what tells members of a household apart: how often two of them agree on it all the same (a son named after
   * his father, twins), as the least that is reckoned with. Left out for what a household may have in common.
   */
  readonly alikeInHousehold?: number;
}

/** Records are compared where they agree on all parts of a pass; `first` takes only so many characters. */
export interface BlockingPass {
  readonly parts: readonly { readonly field: string; readonly first?: number }[];
}

export interface MatchScheme {
  readonly fields: readonly MatchField[];
  readonly passes: readonly BlockingPass[];
  /** Pairs of household members that are reckoned with at least, for each pair of one person's records. */
  readonly leastHouseholdRatio: number;
}

/** Values by field, in the one spelling in which they are compared; '' where unknown. */
export type MatchRecord = Readonly<Record<string, string>>;

const part = (field: string, first?: number) => (first === undefined ? { field } : { field, first });

/** Customers, as far as their traits and identifiers tell. */
export const customerScheme: MatchScheme = {
  fields: [
    { name: 'given', compare: 'name', alikeInHousehold: 0.005 },
    { name: 'family', compare: 'name' },
    { name: 'birth', compare: 'date', alikeInHousehold: 0.005 },
    { name: 'street', compare: 'text' },
    { name: 'postcode', compare: 'code' },
    { name: 'email', compare: 'text' },
    { name: 'phone', compare: 'code' },
  ],
  passes: [
    { parts: [part('email')] },
    { parts: [part('phone')] },
    { parts: [part('given'), part('family')] },
    { parts: [part('birth'), part('family', 2)] },
    { parts: [part('birth'), part('given', 2)] },
    { parts: [part('family'), part('postcode')] },
    { parts: [part('street'), part('postcode'), part('given', 1)] },
  ],
  leastHouseholdRatio: 0.5,
};
