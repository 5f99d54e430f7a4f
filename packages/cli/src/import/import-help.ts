export const importHelp = `lyhord import FILE [--mapping MAPPING.json] [--workspace NAME] [--data DIR]
lyhord import --preset olist FOLDER [--workspace NAME] [--data DIR]

Loads a file of answers, events, places, exchange rates or facts by key: CSV, TSV, JSON lines, XLSX or Parquet.
Stopped half way, the same command goes on where it was. While a server runs on the same data folder, the file goes
through it. Loading the same file again adds nothing; what cannot be read is named with its line and kept as refused.

  --mapping FILE     which column gives which field; without it the columns are guessed and told
  --preset olist     the tables of the Brazilian shop Olist: places, orders, deliveries, payments and reviews
  --workspace NAME   the workspace to load into; a new name makes a new workspace (default: the first one)
  --data DIR         the data folder (default: data, or LYHORD_DATA)

A mapping is JSON:

  {
    "target": "signals",                        signals, events, places, exchange_rates or enrichment
    "columns": {                                field: name of the column
      "messageId": "Response ID",               without one, a row is known by its content
      "happenedAt": "Date",                     needed
      "nps": "Recommend",                       nps, csat, ces, stars or text: at least one
      "text": "Comment",
      "place": "Store number",                  the place's code
      "email": "E-mail"                         also userId, phone, loyaltyNumber, name
    },
    "constants": { "kind": "survey", "channel": "email", "touchpoint": "store_visit" },
    "dateFormat": "day_first",                  iso, day_first, month_first, epoch_s or epoch_ms
    "timeZone": "Europe/Stockholm",             of times without an offset; else the place's own
    "decimalComma": true,
    "delimiter": ";", "encoding": "latin1"      found by themselves when left out
  }

All fields stand in docs/guide/o-data.md; how files are read, in docs/guide/import.md.`;
