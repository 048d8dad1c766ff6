import type { ValueNode } from 'graphql';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../rules/calendar.ts';

/** An instant as text in UTC, `YYYY-MM-DDTHH:MM:SS[.ffffff]Z`: text and not a Date, because PostgreSQL keeps up to six decimals. */
export type Instant = string;

/** A calendar day in Toronto. */
export const LocalDate = textScalar({
  name: 'LocalDate',
  description: 'A calendar day in America/Toronto, written YYYY-MM-DD, of the years 1900 to 2199.',
  expected: 'must be a calendar day of the years 1900 to 2199, written YYYY-MM-DD.',
  read: (text) => (isDay(text) ? text : null),
});

/** A point in time. */
export const DateTime = textScalar({
  name: 'DateTime',
  description:
    'A point in time, written as in RFC 3339 with its offset from UTC: 2026-11-02T14:00:00-05:00. Fractions of a second may have any ' +
    'number of digits; what lies below a microsecond is dropped. Answers are in UTC.',
  expected:
    'must be a point in time of the years 1900 to 2199 as in RFC 3339, such as 2026-11-02T14:00:00-05:00: with T, seconds and its offset ' +
    'from UTC (Z, or hours and minutes), and no leap second.',
  read: readInstant,
});

interface TextScalar {
  readonly name: string;
  readonly description: string;
  /** Follows the field's name in an error; never repeats the value. */
  readonly expected: string;
  /** Returns the value, or null if the text is not valid. */
  readonly read: (text: string) => string | null;
}

/** A scalar that is text on the wire and in memory; its errors never show the value. */
function textScalar({ name, description, expected, read }: TextScalar): GraphQLScalarType<string, string> {
  const parse = (given: unknown, node?: ValueNode): string => {
    const value = typeof given === 'string' ? read(given) : null;
    if (value === null) throw new GraphQLError(`${name} ${expected}`, node ? { nodes: node } : {});
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    extensions: { expected },
    serialize: written,
    parseValue: (given) => parse(given),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null, node),
  });
}

function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  throw new TypeError('Neither text nor a Date.');
}

// Go writes nine decimals and .NET seven; PostgreSQL keeps six.
const instantPattern = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(\.\d{1,6})?\d*(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

function readInstant(text: string): Instant | null {
  const [, day, time, fraction = '', offset] = instantPattern.exec(text.toUpperCase()) ?? [];
  if (!day || !isDay(day)) return null;
  const inUtc = new Date(`${day}T${time}${offset}`).toISOString();
  return `${inUtc.slice(0, 19)}${fraction}Z`;
}
