import type { Identifier } from '@lyhord/contract';
import type { Key64 } from '../keys/key64.ts';

export type LinkRule = 'same_message' | 'alias' | 'manual' | 'removed' | 'matched';

/** A statement that two identifiers are, or (`removed`) are not, of one customer. */
export interface IdentityLink {
  readonly key: Key64;
  readonly a: Key64;
  readonly b: Key64;
  readonly rule: LinkRule;
  readonly linkedAt: number;
}

/** What identity a group commit has added, for whoever keeps profiles. */
export interface IdentityNews {
  readonly identifiers: {
    readonly key: Key64;
    readonly type: Identifier['type'];
    /** Left out for rows that come prepared; then only the next start tells whether the value is blocked. */
    readonly value?: string;
  }[];
  readonly links: IdentityLink[];
}

const mostNamed = 100;

/** Which signals came, where and of which days; lists that grow long are left empty, since readers go by checkpoint. */
export class SignalNews {
  count = 0;
  private readonly ids: string[] = [];
  private readonly places = new Set<string>();
  private readonly days = new Set<string>();

  add(signalId: string, placeId: string, day: string): void {
    this.count += 1;
    if (this.ids.length <= mostNamed) this.ids.push(signalId);
    if (placeId !== '') this.places.add(placeId);
    this.days.add(day);
  }
  addAll(others: SignalNews): void {
    this.count += others.count;
    for (const id of others.ids) if (this.ids.length <= mostNamed) this.ids.push(id);
    for (const place of others.places) this.places.add(place);
    for (const day of others.days) this.days.add(day);
  }

  get signalIds(): string[] {
    return short(this.ids);
  }
  get placeIds(): string[] {
    return short([...this.places]);
  }
  get localDays(): string[] {
    return short([...this.days]);
  }
}

const short = (list: string[]) => (list.length > mostNamed ? [] : list);

/** What a group commit has brought for one workspace. */
export interface CommitNews extends IdentityNews {
  readonly signals: SignalNews;
  events: number;
}

export const noNews = (): CommitNews => ({
  identifiers: [],
  links: [],
  signals: new SignalNews(),
  events: 0,
});
