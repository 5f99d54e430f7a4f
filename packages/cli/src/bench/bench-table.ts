import { demoBench } from './demo-bench.ts';
import type { Bench } from './figure.ts';
import { scriptSizeBench } from './script-size-bench.ts';

export const benches: readonly Bench[] = [demoBench, scriptSizeBench];
