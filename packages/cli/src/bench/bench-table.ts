import { changesBench } from './changes-bench.ts';
import { demoBench } from './demo-bench.ts';
import { erasureBench } from './erasure-bench.ts';
import { febrlBench } from './febrl-bench.ts';
import type { Bench } from './figure.ts';
import { fuzzBench } from './fuzz-bench.ts';
import { identityBench } from './identity-bench.ts';
import { importBench } from './import-bench.ts';
import { ingestBench } from './ingest-bench.ts';
import { killBench } from './kill-bench.ts';
import { liveBench } from './live-bench.ts';
import { olistBench } from './olist-bench.ts';
import { profilesBench } from './profiles-bench.ts';
import { questionsBench } from './questions-bench.ts';
import { scriptSizeBench } from './script-size-bench.ts';
import { searchBench } from './search-bench.ts';
import { segmentsBench } from './segments-bench.ts';
import { sfoBench } from './sfo-bench.ts';
import { statsBench } from './stats-bench.ts';
import { storeBench } from './store-bench.ts';
import { textBench } from './text-bench.ts';

export const benches: readonly Bench[] = [
  changesBench,
  demoBench,
  liveBench,
  ingestBench,
  killBench,
  identityBench,
  importBench,
  erasureBench,
  olistBench,
  febrlBench,
  fuzzBench,
  profilesBench,
  questionsBench,
  scriptSizeBench,
  searchBench,
  segmentsBench,
  sfoBench,
  statsBench,
  storeBench,
  textBench,
];
