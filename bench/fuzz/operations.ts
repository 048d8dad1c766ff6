import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isAbstractType, isCompositeType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import type { Draw } from './chance.ts';
import type { Values } from './values.ts';

/** An operation valid under the schema, with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Field = GraphQLField<unknown, unknown>;

/** How deep fields are nested at most: just beyond what a key may ask for. */
const DEEPEST = 8;

/** Whether a field of a type is to be asked for. */
type Wanted = (type: string, field: string) => boolean;

/** Generates operations for a schema. Every argument is a variable. */
export class Operations {
  private readonly wanted: Wanted;
  private readonly schema: GraphQLSchema;
  private readonly draw: Draw;
  private readonly values: Values;
  private variables: { name: string; type: string; value: unknown }[] = [];
  private aliases = 0;

  constructor(schema: GraphQLSchema, draw: Draw, values: Values, wanted: Wanted = () => true) {
    this.wanted = wanted;
    this.schema = schema;
    this.draw = draw;
    this.values = values;
  }

  next(): RandomOperation {
    this.variables = [];
    this.aliases = 0;
    const mutation = this.schema.getMutationType();
    const mutates = mutation && this.fieldsOf(mutation).length > 0;
    const root = mutates && this.draw.happens(0.2) ? mutation : this.schema.getQueryType();
    if (!root) throw new Error('The schema has no query.');
    const body = this.rootSelections(root);
    const declared = this.variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const kind = root === mutation ? 'mutation' : 'query';
    const query = `${kind} Fuzz${declared ? `(${declared})` : ''} ${body}`;
    return { query, variables: Object.fromEntries(this.variables.map(({ name, value }) => [name, value])) };
  }

  private rootSelections(root: GraphQLObjectType): string {
    const fields = this.draw.some(this.fieldsOf(root), 1, root === this.schema.getMutationType() ? 1 : 3);
    return `{ ${fields.map((field) => this.field(field, 1)).join(' ')} }`;
  }

  private selections(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const member = this.draw.of(this.schema.getPossibleTypes(type));
      return `{ __typename ... on ${member.name} ${this.selections(member, depth)} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = this.fieldsOf(type);
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const within = depth >= DEEPEST ? [] : fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const chosen = [...this.draw.some(leaves, leaves.length > 0 ? 1 : 0, 4), ...this.draw.some(within, 0, depth > 3 ? 1 : 2)];
    return `{ ${this.draw.happens(0.1) || chosen.length === 0 ? '__typename ' : ''}${chosen.map((field) => this.field(field, depth + 1)).join(' ')} }`;
  }

  private fieldsOf(type: GraphQLObjectType): Field[] {
    return Object.values(type.getFields()).filter(({ name }) => this.wanted(type.name, name));
  }

  private field(field: Field, depth: number): string {
    const alias = this.draw.happens(0.08) ? `a${++this.aliases}: ` : '';
    const directive = this.draw.happens(0.02) ? ` @${this.draw.of(['include', 'skip'])}(if: ${this.draw.happens(0.5)})` : '';
    return `${alias}${field.name}${this.args(field)}${directive} ${this.selections(getNamedType(field.type), depth)}`;
  }

  private args(field: Field): string {
    const given = field.args.filter((arg) => isRequiredArgument(arg) || this.draw.happens(0.35));
    const texts = given.flatMap((arg) => {
      const value = this.values.of(arg.type, arg.name);
      if (value === undefined) return [];
      const name = `v${this.variables.length}`;
      this.variables.push({ name, type: String(arg.type), value });
      return [`${arg.name}: $${name}`];
    });
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }
}
