import { type Sql, sql } from './sql.ts';

export type WarehouseMode = 'embedded' | 'server' | 'cluster';

/** The parts of a table's definition that differ between one engine, one server and a cluster. */
export interface EngineClauses {
  readonly mode: WarehouseMode;
  /** `MergeTree`, on a cluster `ReplicatedMergeTree`. */
  mergeTree(args?: string): string;
  /** Keeps, per sorting key, the row with the highest `version`. */
  replacingMergeTree(version: string): string;
  aggregatingMergeTree(): string;
  /** Adds up the named columns (all numeric ones when none is named) per sorting key. */
  summingMergeTree(columns?: string): string;
  /** `on cluster '…'`, or nothing; goes after the table's name in create, alter, drop and truncate. */
  readonly onCluster: string;
  /** The settings clause of every table: durable inserts and tokens against repeated ones. */
  readonly settings: string;
  /**
   * The table that holds the rows on each node: `name` itself, on a cluster `name_shard`. Use it in create table
   * and in alter, optimize and truncate; queries and inserts always say `name`.
   */
  shard(name: string): string;
  /**
   * The table over all shards: nothing to run except on a cluster, where it creates `name` as Distributed.
   * `shardBy` is an expression such as `cityHash64(workspace_id, identifier_key)`.
   */
  distributed(name: string, shardBy: string): Sql[];
}

const tableSettings = 'fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 8192';

/** Clauses for a mode; `cluster` is the cluster's name in the servers' configuration. */
export function engineClauses(mode: WarehouseMode, cluster?: string): EngineClauses {
  return mode === 'cluster' ? clusterClauses(checkedCluster(cluster)) : singleClauses(mode);
}

function singleClauses(mode: 'embedded' | 'server'): EngineClauses {
  return {
    mode,
    mergeTree: (args) => `MergeTree${args ? `(${args})` : ''}`,
    replacingMergeTree: (version) => `ReplacingMergeTree(${version})`,
    aggregatingMergeTree: () => 'AggregatingMergeTree',
    summingMergeTree: (columns) => `SummingMergeTree${columns ? `(${columns})` : ''}`,
    onCluster: '',
    settings: `${tableSettings}, non_replicated_deduplication_window = 1000`,
    shard: (name) => name,
    distributed: () => [],
  };
}

function clusterClauses(cluster: string): EngineClauses {
  const where = "'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'";
  const replicated = (kind: string, args?: string) => `Replicated${kind}(${where}${args ? `, ${args}` : ''})`;
  const onCluster = `on cluster '${cluster}'`;
  return {
    mode: 'cluster',
    mergeTree: (args) => replicated('MergeTree', args),
    replacingMergeTree: (version) => replicated('ReplacingMergeTree', version),
    aggregatingMergeTree: () => replicated('AggregatingMergeTree'),
    summingMergeTree: (columns) => replicated('SummingMergeTree', columns),
    onCluster,
    settings: `${tableSettings}, replicated_deduplication_window = 10000`,
    shard: (name) => `${name}_shard`,
    distributed: (name, shardBy) => [
      sql`create table if not exists ${sql.name(name)} ${sql.raw(onCluster)} as ${sql.name(`${name}_shard`)}
          engine = Distributed('${sql.raw(cluster)}', currentDatabase(), ${sql.name(`${name}_shard`)}, ${sql.raw(shardBy)})`,
    ],
  };
}

function checkedCluster(cluster: string | undefined): string {
  if (cluster && /^[A-Za-z0-9_-]+$/.test(cluster)) return cluster;
  throw new TypeError(`"${cluster ?? ''}" cannot be a cluster's name; use letters, digits, "_" and "-".`);
}
