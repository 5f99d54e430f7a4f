export const importHelp = `lyhord import FILE [--mapping MAPPING.json] [--workspace NAME] [--data DIR]
lyhord import --preset olist FOLDER [--workspace NAME] [--data DIR]

Loads a CSV or TSV file of answers, events or places. While a server runs on the same data folder, the file goes
through it. Loading the same file again adds nothing; what cannot be read is named with its line and kept as refused.

  --mapping FILE     which column gives which field; without it the columns are guessed and told
  --preset olist     the tables of the Brazilian shop Olist: places, orders, deliveries, payments and reviews
  --workspace NAME   the workspace to load into; a new name makes a new workspace (default: the first one)
  --data DIR         the data folder (default: data, or LYHORD_DATA)

A mapping is JSON:

  {
    "target": "signals",                        signals, events or places
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

Fields of signals: messageId happenedAt nps csat ces stars text title language place userId email phone loyaltyNumber
name reference kind channel touchpoint campaign conversation. Of events: messageId happenedAt event amount cost
currency dueAt waitSeconds place reference channel touchpoint and the customer's. Of places: code name parentCode
placeKind country currency latitude longitude timeZone.`;
