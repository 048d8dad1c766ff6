import type { GraphQLInputType } from 'graphql';
import { isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';
import type { Draw } from './chance.ts';

/** Part of every generated text: if an error or the log shows it, a caller's value was repeated. */
export const CANARY = 'zqxcanary';

/** Values that exist in the registry, so that some operations find something. */
export type Known = Readonly<Record<'wsibAccount' | 'number' | 'id' | 'name' | 'businessNumber' | 'city', readonly string[]>>;

const nasty = [
  '',
  ' ',
  CANARY,
  `${CANARY}\u0000`,
  `${CANARY}' or '1'='1`,
  `${CANARY}"; drop table account; --`,
  `%${CANARY}_%`,
  `${CANARY}\ud83d\udc77\u202e`,
  `${CANARY}\u0301`.repeat(20),
  CANARY.repeat(60),
  `\\${CANARY}`,
  `{${CANARY}}`,
  `<b>${CANARY}</b>`,
  `../../${CANARY}`,
  '\ud800',
  '\uffff\ufffe',
];

const days = [
  '2026-11-20',
  '2026-02-28',
  '2024-02-29',
  '1900-01-01',
  '2199-12-31',
  '2019-06-30',
  '2026-02-30',
  '0000-00-00',
  CANARY,
  '2200-01-01',
];
const instants = [
  '2026-11-20T15:00:00Z',
  '2026-11-20T10:00:00.123456-05:00',
  '1900-01-01T00:00:00Z',
  '2199-12-31T23:59:59Z',
  '2026-02-30T00:00:00Z',
  CANARY,
];
const numbers = [0, 1, 2, 3, 5, 10, 50, 100, 101, -1, 2_147_483_647, -2_147_483_648];

/** Draws values that a schema allows; some it does not, where a scalar must refuse them. */
export class Values {
  private readonly draw: Draw;
  private readonly known: Known;

  constructor(draw: Draw, known: Known) {
    this.draw = draw;
    this.known = known;
  }

  /** A value as JSON; undefined leaves it out. */
  of(type: GraphQLInputType, name: string, depth = 0): unknown {
    const { draw } = this;
    if (isNonNullType(type)) return this.of(type.ofType, name, depth) ?? this.scalar('String', name);
    if (depth > 0 && draw.happens(0.1)) return draw.happens(0.5) ? null : undefined;
    if (isListType(type)) return this.list(type.ofType, name, depth);
    if (isEnumType(type)) return draw.of(type.getValues()).name;
    if (isInputObjectType(type)) return this.object(type, depth);
    return this.scalar(type.name, name);
  }

  private list(type: GraphQLInputType, name: string, depth: number): unknown[] {
    const length = this.draw.happens(0.02) ? 120 : this.draw.below(4);
    return Array.from({ length }, () => this.of(type, name, depth + 1) ?? null).filter((each) => each !== null || !isNonNullType(type));
  }

  private object(type: Extract<GraphQLInputType, { isOneOf: boolean }>, depth: number): Record<string, unknown> {
    const fields = Object.values(type.getFields());
    const optional = fields.filter((field) => !isRequiredInputField(field));
    const chosen = type.isOneOf ? [this.draw.of(fields)] : depth > 4 ? [] : this.draw.some(optional, 0, optional.length);
    const given = new Set([...fields.filter(isRequiredInputField), ...chosen]);
    const values = [...given].map((field) => [field.name, this.of(field.type, field.name, type.isOneOf ? 0 : depth + 1)] as const);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }

  private scalar(type: string, name: string): unknown {
    const { draw } = this;
    switch (type) {
      case 'Int':
        return draw.happens(0.85) ? 1 + draw.below(10) : draw.of(numbers);
      case 'Float':
        return draw.of([...numbers, 0.5, 1e300]);
      case 'Boolean':
        return draw.happens(0.5);
      case 'LocalDate':
        return draw.happens(0.95) ? `${2016 + draw.below(16)}-0${1 + draw.below(9)}-1${draw.below(10)}` : draw.of(days);
      case 'DateTime':
        return draw.happens(0.9) ? draw.of(instants.slice(0, 2)) : draw.of(instants);
      default:
        return draw.happens(0.93) ? this.knownFor(type === 'ID' ? 'id' : name) : draw.of(nasty);
    }
  }

  private knownFor(name: string): string {
    const lists = Object.entries(this.known);
    const [, values] = lists.find(([each]) => name.toLowerCase().includes(each.toLowerCase())) ?? this.draw.of(lists);
    return values.length > 0 ? this.draw.of(values) : CANARY;
  }
}
