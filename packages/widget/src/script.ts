// The script tag: `<script async src="https://your-server/lyhord.js" data-write-key="lyw_…"></script>`. Calls that the page
// made before it came wait in the list `lyhord`, as `lyhord.push(['track', 'Order Completed', {…}])`.
import { createTracker, type Tracker } from './tracker.ts';

type Call = [keyof Tracker, ...unknown[]];
declare global {
  interface Window {
    lyhord?: Call[] | (Tracker & { push(call: Call): void });
  }
}

const tag = document.currentScript as HTMLScriptElement | null;
const { writeKey, page } = tag?.dataset ?? {};
if (tag && writeKey) {
  const tracker = createTracker(new URL(tag.src).origin, writeKey);
  const call = ([name, ...given]: Call) => {
    const deed = tracker[name] as ((...given: unknown[]) => unknown) | undefined;
    if (deed) return deed(...given);
    console.warn(`lyhord: "${name}" should be one of ${Object.keys(tracker).join(', ')}.`);
  };
  const before = Array.isArray(window.lyhord) ? window.lyhord : [];
  window.lyhord = { ...tracker, push: call };
  if (page !== 'manual') tracker.page();
  before.forEach(call);
}
