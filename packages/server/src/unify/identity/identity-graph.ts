// Promise: the profile of an identifier is a function of the links alone. Whatever the order in which links arrive,
// the same links give the same profiles; taking a link away gives back exactly what was before it.
import { identifierTypes } from '@lyhord/contract';
import { type GraphRules, graphRules, type RuleCode, standardRules, userIdCode } from './identity-rules.ts';
import { LinkTable, noLink } from './link-table.ts';
import { NodeTable } from './node-table.ts';

const manual = 0;
const removed = 3;
const matched = 4;
const undecided = -1;
const joins = 0;
const overLimit = 1;
const isShared = 2;
const isRemoved = 3;
const isBlocked = 4;

const typeCount = identifierTypes.length;
const counted = new Int32Array(typeCount);
const countedBeside = new Int32Array(typeCount);

export class IdentityGraph {
  readonly nodes = new NodeTable();
  readonly links = new LinkTable();
  private readonly rules: GraphRules;

  constructor(rules: GraphRules = graphRules(standardRules)) {
    this.rules = rules;
  }

  /** Notes an identifier; returns its node. A blocked one joins nothing unless a person says so. */
  identifier(high: number, low: number, type: number, blocked = false): number {
    const node = this.nodes.add(high, low, type);
    if (blocked) this.nodes.blocked[node] = 1;
    return node;
  }

  /** Notes a link and joins what it joins. */
  link(a: number, b: number, rule: RuleCode, at: number): void {
    if (a === b) return;
    const shown = rule === manual || rule === removed || rule === matched ? noLink : this.linkOf(a, b, rule);
    if (shown === noLink) this.add(a, b, rule, at);
    else this.showEarlier(shown, at);
  }

  private add(a: number, b: number, rule: RuleCode, at: number): void {
    const [aApart, bApart] = [this.standsApart(a), this.standsApart(b)];
    const stoodBeside = this.standBeside(a, b);
    const link = this.links.add(a, b, rule, at);
    this.countUsers(a, b, Number(this.standBeside(a, b)) - Number(stoodBeside));
    const automatic = rule !== manual && rule !== removed;
    const turned =
      (automatic && this.noteTimes(a, b, at)) ||
      this.standsApart(a) !== aApart ||
      this.standsApart(b) !== bApart;
    if (automatic && !turned && (aApart || bApart) && !this.decided(a, b)) {
      this.links.rejection[link] = this.nodes.blocked[a] || this.nodes.blocked[b] ? isBlocked : isShared;
    } else if (automatic && !turned && this.joinsPlainly(a, b)) this.unite(a, b);
    else this.resolveAround(a, b);
  }

  /** The link of two by a rule, or `noLink`. */
  private linkOf(a: number, b: number, rule: RuleCode): number {
    const { few, other } = this.fewer(a, b);
    const { links } = this;
    for (let link = links.newestOf(few); link !== noLink; link = links.before(link, few))
      if (links.rule[link] === rule && links.other(link, few) === other) return link;
    return noLink;
  }

  /** A link that stands already was shown at another time, too: the earliest counts. */
  private showEarlier(link: number, at: number): void {
    const { links, nodes } = this;
    if (at >= links.at[link]!) return;
    links.at[link] = at;
    const [a, b] = [links.a[link]!, links.b[link]!];
    const turned = this.noteTimes(a, b, at);
    if (turned || nodes.contested[nodes.root(a)] || nodes.contested[nodes.root(b)]) this.resolveAround(a, b);
  }

  /** The node with the smallest key of the same profile. */
  profileOf(node: number): number {
    return this.nodes.smallest[this.nodes.root(node)]!;
  }

  /** True for an identifier that stands beside too many customers to belong to one. */
  isShared(node: number): boolean {
    return this.nodes.type[node] !== userIdCode && this.nodes.users[node]! > this.rules.sharedAbove;
  }

  /** True where the two would be one profile if they were linked now. */
  mayLink(a: number, b: number): boolean {
    const [one, other] = [this.nodes.root(a), this.nodes.root(b)];
    if (this.standsApart(a) || this.standsApart(b) || this.decision(a, b) === removed) return false;
    return one === other || this.mayUnite(one, other);
  }

  /** True where a person took away a link between two profiles, and nobody has said otherwise since. */
  areParted(a: number, b: number): boolean {
    const { nodes, links } = this;
    const [one, other] = [nodes.root(a), nodes.root(b)];
    const [few, many] = nodes.members[one]! <= nodes.members[other]! ? [one, other] : [other, one];
    if (few === many) return false;
    for (const member of nodes.membersOf(few)) {
      for (const link of links.of(member)) {
        const beside = links.other(link, member);
        const taken = links.rule[link] === removed && nodes.root(beside) === many;
        if (taken && this.decision(member, beside) === removed) return true;
      }
    }
    return false;
  }

  /** Everything that hangs together with some nodes, and the links between. */
  around(from: readonly number[]): { nodes: Set<number>; links: Set<number> } {
    const nodes = this.reached(from);
    const links = new Set<number>();
    for (const node of nodes) {
      for (const link of this.links.of(node)) if (nodes.has(this.links.other(link, node))) links.add(link);
    }
    return { nodes, links };
  }

  /** A graph of its own with all that hangs together with some nodes, to try decisions on. */
  copyAround(from: readonly number[]): IdentityGraph {
    const { nodes, links } = this.around(from);
    const copy = new IdentityGraph(this.rules);
    const nodeOf = new Map<number, number>();
    for (const node of nodes) {
      const { high, low, type, blocked, users, since } = this.nodes;
      const own = copy.identifier(high[node]!, low[node]!, type[node]!, blocked[node] === 1);
      // links beyond the edge are not copied: what many share stays shared
      if (this.isShared(node)) copy.nodes.users[own] = users[node]!;
      copy.nodes.since[own] = since[node]!;
      nodeOf.set(node, own);
    }
    for (const link of links) {
      const { a, b, rule, at } = this.links;
      copy.link(nodeOf.get(a[link]!)!, nodeOf.get(b[link]!)!, rule[link]! as RuleCode, at[link]!);
    }
    return copy;
  }

  /** True for what joins nothing by itself: blocked values and what many share. */
  private standsApart(node: number): boolean {
    return this.nodes.blocked[node] === 1 || this.isShared(node);
  }

  /** Notes it of both; what the second says must not hinge on the first. */
  private noteTimes(a: number, b: number, at: number): boolean {
    const ofA = this.noteTime(a, at);
    return this.noteTime(b, at) || ofA;
  }

  /** Notes when a node was first seen beside another; true where that may change what a limit in time allowed. */
  private noteTime(node: number, at: number): boolean {
    const { since, type } = this.nodes;
    if (since[node]! <= at) return false;
    since[node] = at;
    return this.rules.withinMs[type[node]!] !== null && this.nodes.members[this.nodes.root(node)]! > 1;
  }

  /** A link that only joins two profiles without any dispute needs no further look. */
  private joinsPlainly(a: number, b: number): boolean {
    if (this.standsApart(a) || this.standsApart(b) || this.decided(a, b)) return false;
    const [one, other] = [this.nodes.root(a), this.nodes.root(b)];
    if (this.nodes.contested[one] || this.nodes.contested[other]) return false;
    return one === other || this.mayUnite(one, other);
  }

  private mayUnite(one: number, other: number): boolean {
    this.countTypes(one, counted);
    this.countTypes(other, countedBeside);
    for (let type = 0; type < typeCount; type += 1) {
      const [count, added] = [counted[type]!, countedBeside[type]!];
      if (count === 0 || added === 0 || count + added <= this.rules.most[type]!) continue;
      if (!this.isSpread(one, other, type)) return false;
    }
    return true;
  }

  /** True where identifiers of a type came so far apart that no period saw more than may be. */
  private isSpread(one: number, other: number, type: number): boolean {
    const within = this.rules.withinMs[type];
    if (within === null || within === undefined) return false;
    const times = [...this.nodes.membersOf(one), ...this.nodes.membersOf(other)]
      .filter((node) => this.nodes.type[node] === type)
      .map((node) => Math.min(this.nodes.since[node]!, Number.MAX_SAFE_INTEGER))
      .sort((a, b) => a - b);
    const most = this.rules.most[type]!;
    return times.every((time, at) => at < most || time - times[at - most]! >= within);
  }

  /** How many identifiers of each type a profile has. */
  private countTypes(root: number, into: Int32Array): void {
    const { type, next } = this.nodes;
    into.fill(0);
    let node = root;
    do {
      into[type[node]!]! += 1;
      node = next[node]!;
    } while (node !== root);
  }

  private unite(a: number, b: number): void {
    const [one, other] = [this.nodes.root(a), this.nodes.root(b)];
    if (one !== other) this.nodes.join(one, other);
  }

  /** True where messages showed the two together and nobody has taken that away. */
  private standBeside(a: number, b: number): boolean {
    const { few, other } = this.fewer(a, b);
    const { links } = this;
    for (let link = links.newestOf(few); link !== noLink; link = links.before(link, few)) {
      if (links.other(link, few) !== other) continue;
      const rule = links.rule[link]!;
      if (rule !== manual && rule !== removed && rule !== matched) return this.decision(a, b) !== removed;
    }
    return false;
  }

  private decided(a: number, b: number): boolean {
    return this.decision(a, b) !== undecided;
  }

  /** Of two nodes the one with fewer links, in which those of both are looked for. */
  private fewer(a: number, b: number): { few: number; other: number } {
    return this.links.degree(a) <= this.links.degree(b) ? { few: a, other: b } : { few: b, other: a };
  }

  private countUsers(a: number, b: number, more: number): void {
    const { type, users } = this.nodes;
    if (type[a] === userIdCode) users[b] = users[b]! + more;
    if (type[b] === userIdCode) users[a] = users[a]! + more;
  }

  /** Works out the profiles of everything that hangs together with two nodes, from its links in their one order. */
  private resolveAround(a: number, b: number): void {
    const { nodes: reached, links } = this.around([a, b]);
    for (const node of reached) this.nodes.alone(node);
    let disputed = false;
    for (const link of [...links].sort((one, other) => this.order(one, other))) {
      const rejection = this.judge(link);
      this.links.rejection[link] = rejection;
      if (rejection === joins && this.links.rule[link] !== removed) {
        this.unite(this.links.a[link]!, this.links.b[link]!);
      } else disputed = true;
    }
    if (disputed) for (const node of reached) this.nodes.contested[this.nodes.root(node)] = 1;
  }

  /** Nodes that links lead to, through nodes that belong to one customer; also the members of profiles met. */
  private reached(from: readonly number[]): Set<number> {
    const reached = new Set<number>();
    const open = [...from];
    while (open.length > 0) {
      const node = open.pop()!;
      if (reached.has(node)) continue;
      reached.add(node);
      for (const member of this.nodes.membersOf(node)) if (!reached.has(member)) open.push(member);
      if (this.standsApart(node) && !from.includes(node)) continue;
      for (const link of this.links.of(node)) open.push(this.links.other(link, node));
    }
    return reached;
  }

  /** People's decisions first, then the stronger rule, then the earlier link, then the smaller keys. */
  private order(one: number, other: number): number {
    const { rule, at, a, b } = this.links;
    if (rule[one] !== rule[other]) return rule[one]! - rule[other]!;
    if (at[one] !== at[other]) return at[one]! - at[other]!;
    const [x, y] = a[one] === a[other] ? [b[one]!, b[other]!] : [a[one]!, a[other]!];
    if (x === y) return one - other;
    return this.nodes.isSmaller(x, y) ? -1 : 1;
  }

  private judge(link: number): number {
    const { a, b, rule } = this.links;
    const [one, other] = [a[link]!, b[link]!];
    const decision = this.decision(one, other);
    if (decision === removed) return isRemoved;
    if (rule[link] === manual) return joins;
    if (this.nodes.blocked[one] || this.nodes.blocked[other]) return isBlocked;
    if (this.isShared(one) || this.isShared(other)) return isShared;
    const [rootOne, rootOther] = [this.nodes.root(one), this.nodes.root(other)];
    return rootOne === rootOther || this.mayUnite(rootOne, rootOther) ? joins : overLimit;
  }

  /** What people decided last about two identifiers: `manual`, `removed` or nothing. */
  private decision(a: number, b: number): number {
    let decided = undecided;
    let when = Number.NEGATIVE_INFINITY;
    const { few, other } = this.fewer(a, b);
    const { links } = this;
    for (let link = links.newestOf(few); link !== noLink; link = links.before(link, few)) {
      const rule = links.rule[link]!;
      if ((rule !== manual && rule !== removed) || links.other(link, few) !== other) continue;
      if (links.at[link]! > when || (links.at[link] === when && rule === removed)) {
        when = links.at[link]!;
        decided = rule;
      }
    }
    return decided;
  }
}
