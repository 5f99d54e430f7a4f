export const twinHelp = `lyhord twin --out DIR [--customers N] [--months N] [--until DAY] [--seed N] [--scenario FILE]
lyhord twin --live --url URL --key KEY [--pace N/s] [the same options]

Solvik, an invented Nordic chain of 60 stores whose truth is known. The same options write the same bytes.

  --out DIR          folder to write into: events.jsonl, signals.jsonl, places.json, people.json, products.json,
                     rates.json, truth.json
  --customers N      1 to 5000000 (default: 100000)
  --months N         1 to 120 (default: 18)
  --until DAY        the last day, such as 2026-03-31 (default: yesterday)
  --seed N           whole number (default: 1)
  --scenario FILE    JSON with truths of your own; docs/guide/twin.md describes every kind of effect
  --live             goes on from this moment and sends to a running server until Ctrl+C
  --url URL          the server, such as http://127.0.0.1:4600
  --key KEY          write key of a source, made in Settings, Sources (or in LYHORD_WRITE_KEY)
  --pace N/s         events and signals a second (default: 5/s); also N/min

events.jsonl has one message of the Segment format a line, ready for "batch" of POST /v1/batch;
signals.jsonl one signal a line, ready for "signals" of POST /v1/signals.`;
