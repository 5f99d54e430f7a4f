import { describe, expect, it } from 'vitest';
import { sql } from './sql.ts';
import { renderForLedger } from './sql-for-ledger.ts';
import { renderWithLiterals, renderWithParameters } from './sql-for-warehouse.ts';

describe('a statement', () => {
  const statement = sql`select * from ${sql.name('collect.signals')} where workspace_id = ${'w1'} and score > ${3}`;

  it('binds every value for PostgreSQL and quotes names', () => {
    expect(renderForLedger(statement)).toEqual({
      text: 'select * from "collect"."signals" where workspace_id = $1 and score > $2',
      values: ['w1', 3],
    });
  });

  it('binds every value with its type for ClickHouse', () => {
    expect(renderWithParameters(statement)).toEqual({
      text: 'select * from `collect`.`signals` where workspace_id = {p1:String} and score > {p2:Int64}',
      params: { p1: 'w1', p2: 3 },
    });
  });

  it('renders typed literals for the embedded engine', () => {
    expect(renderWithLiterals(sql`select ${"it's \\ \n"}, ${2.5}, ${[1, null]}`)).toBe(
      "select 'it\\'s \\\\ \\n', _CAST(2.5, 'Float64'), _CAST([1,NULL], 'Array(Nullable(Int64))')",
    );
  });

  it('numbers values across nested pieces', () => {
    const where = sql.and([sql`a = ${1}`, sql.empty, sql`b in ${sql.list(['x', 'y'])}`]);
    expect(renderForLedger(sql`select ${0} where ${where} limit ${9}`)).toEqual({
      text: 'select $1 where ((a = $2) and (b in ($3, $4))) limit $5',
      values: [0, 1, 'x', 'y', 9],
    });
  });

  it('leaves a piece out when its condition does not hold', () => {
    const text = (wanted: boolean) =>
      renderForLedger(sql`select 1${sql.if(wanted, sql` where a = ${2}`)}`).text;
    expect([text(true), text(false)]).toEqual(['select 1 where a = $1', 'select 1']);
  });

  it('infers a type for each kind of value', () => {
    const { text } = renderWithParameters(
      sql`${1n} ${-1n} ${true} ${new Date(0)} ${null} ${[1, 2.5]} ${sql.typed('UInt8', 7)} ${sql.list([])}`,
    );
    expect(text).toBe(
      "{p1:UInt64} {p2:Int64} {p3:Bool} {p4:DateTime64(3, 'UTC')} {p5:Nullable(String)} {p6:Array(Float64)} {p7:UInt8} []",
    );
  });
});

describe('refuses', () => {
  it('a name that is not one, quoting it', () => {
    expect(() => sql.name('a"; drop table x')).toThrow('"a"; drop table x" is not a name');
  });
  it('a missing value, naming the place', () => {
    const missing = undefined as unknown as string;
    expect(() => sql`select 1 where place_id = ${missing}`).toThrow(
      'cannot bind undefined after "select 1 where place_id ="',
    );
  });
  it('a number that is not finite', () => {
    expect(() => sql`select ${Number.NaN}`).toThrow('NaN');
  });
  it('a list of different types', () => {
    expect(() => renderWithParameters(sql`select ${['a', 1]}`)).toThrow('cannot mix String and Int64');
  });
});
