/**
 * Why something was refused, where somebody at a screen can meet it: the English sentence with its values in braces.
 * A problem carries the reason's key and its values beside the finished sentence, so that a screen can say it in the
 * reader's language.
 */
export const problemReasons = {
  case_unknown: 'There is no such case, or you may not see it.',
  case_changed: 'Somebody changed case {number} after you opened it; look at it again first.',
  case_closed: 'Case {number} is closed; open it again first.',
  case_open: 'Case {number} is open already.',
  case_no_address: 'No e-mail address is known for the customer of case {number}.',
  case_owner_unfit: 'ownerId "{given}" should be an active person who may work on cases.',
  case_owner_elsewhere: '{name} looks after other places and could not see this case.',
  change_owner_unfit: 'ownerId "{given}" should be an active person who may work on changes.',
  change_owner_elsewhere: '{name} looks after other places and could not see this change.',
  signal_unknown: 'There is no such signal, or you may not see it.',
  roles_only: 'Only {roles} may do this.',
  link_used: 'This link has been used or is too old; ask for a new one.',
  password_wrong: 'The current password is not right.',
  account_inactive: 'This account is not active; ask your administrator.',
  passwords_wrong_often:
    'Too many wrong passwords for this address; try again in {minutes} minutes, or set a new password.',
  invitation_gone: 'This invitation was used, taken back or is too old; ask for a new one.',
  invitation_has_account:
    '{email} has an account here already: join with its password, or ask for a new one.',
  person_here: '{email} is in this workspace already.',
  person_was_here: '{email} was here before; make the person active again instead.',
  person_elsewhere: '{name} belongs to other workspaces, too, and has to ask for a new password by mail.',
  last_admin: 'This is the last admin; make somebody else admin first.',
  currency_odd: 'currency "{given}" should be three capitals of ISO 4217, such as SEK.',
  time_zone_odd: 'timeZone "{given}" should be an IANA zone, such as Europe/Stockholm.',
  place_unknown: 'There is no place "{place}", or you may not see it.',
  place_code_taken: 'Another place has the code "{code}".',
  rate_missing:
    'There is no exchange rate from {from} to {to} for {day}, nor for the ten days before; load one as a file of exchange rates.',
  file_too_large: 'The file is larger than {megabytes} MB; load it with lyhord import.',
  file_too_wide:
    'The file has {given} columns, but at most {most} can be read; take out those that are empty or that nobody needs.',
  file_empty: 'The file is empty.',
  file_unknown: 'There is no such file; it may have been thrown away.',
  file_not_kept: '{file} is not kept any more; choose it again.',
  file_loaded: 'The file is being loaded, or was loaded, already.',
  file_not_waiting: 'Only a file that waits can be thrown away.',
  file_stays: '{file} cannot be taken back: places stay, and nothing else of it is there.',
  file_being_undone: '{file} is being taken back already.',
  file_old_excel: 'This is an old Excel file (.xls); save it as .xlsx or CSV.',
  file_packed: 'The file is packed with gzip; unpack it first.',
  file_pdf: 'This is a PDF, which holds no table; ask for the numbers as CSV or XLSX.',
  file_strange: 'The file is not text, XLSX or Parquet.',
  file_one_list: 'The file is one JSON list; write one object a line (JSON lines).',
  workbook_protected: 'The workbook is protected; save it without a password.',
  workbook_no_sheets: 'The file is a zip, but not a workbook with sheets (.xlsx).',
  column_unknown: '{field} should come from the column "{column}", but the file has: {columns}.',
  column_missing: 'No column gives {fields}; name one in the mapping, for example {example}.',
  survey_closed: 'The survey "{name}" is closed.',
  mailbox_password: 'A mailbox needs the password of its user.',
  webhook_secret:
    'A webhook whose messages are signed ({signature}) needs the secret that they are signed with.',
  comments_too_few:
    'There are {given} comments with a clear score beside them; it takes {needed} to learn and to measure.',
  model_no_gain: 'The model does not tell more comments right than without it, so it is not put into use.',
  model_not_ready: 'The model is not ready.',
  sides_alike: 'Both sides hold the same comments; choose another place or another period for one of them.',
  segment_unknown: 'There is no segment "{segment}".',
  segment_not_then:
    'The segment "{segment}" asks for {fact}, which is known of customers as it is now only. As it was at the time of an answer are known: {known}, traits, what was done and what was said.',
  rule_too_large: 'The rule has {given} parts; at most {most} are taken.',
  topic_unknown: 'There is no topic "{topic}" in the topic tree.',
  period_too_long: 'The period from {from} to {to} is longer than ten years.',
  period_reversed: 'The period ends ({to}) before it begins ({from}).',
  weights_too_many:
    'Weighting needs the answers of every combination, and here are more than {most}. Split by less, or weight by less.',
  groups_too_many:
    'This question has more than {most} groups; ask for a shorter period, or split by less. Small groups can be withheld only when all are known.',
  customer_unknown: 'There is no customer "{customer}", or you may not see them.',
  customers_one: 'These two are one customer already.',
  identifiers_all: 'All identifiers were chosen; leave at least one with the customer.',
  question_too_heavy:
    'This question takes longer or more memory than allowed; ask for a shorter period or fewer places.',
} as const satisfies Record<string, string>;
export type ProblemReason = keyof typeof problemReasons;

type Named<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Named<Rest>
  : never;
/** What the sentence of a reason needs; nothing where it has no braces. */
export type ReasonValues<R extends ProblemReason> = Readonly<
  Record<Named<(typeof problemReasons)[R]>, string | number>
>;

/**
 * Puts values into a sentence with names in braces.
 * @param sentence such as `Case {number} is closed.`
 * @param values   by name; a name that is not there keeps its braces
 */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
