import type { DocumentNode, FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** What can be counted in an operation without its variables. A fragment counts each time it is spread. */
export interface DocumentShape {
  readonly tokens: number;
  /** Fields within fields; a root field has depth 1. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Whether it asks for `__schema` or `__type`; nothing below these counts. */
  readonly introspects: boolean;
}

type Counts = Omit<DocumentShape, 'tokens'>;

const nothing: Counts = { depth: 0, aliases: 0, rootFields: 0, directives: 0, introspects: false };

/** Counts a valid operation. */
export function documentShape(document: DocumentNode, operation: OperationDefinitionNode): DocumentShape {
  const fragments = new Map(fragmentsOf(document).map((fragment) => [fragment.name.value, fragment]));
  const counts = new ShapeCounter(fragments).selections(operation.selectionSet);
  const directives = counts.directives + (operation.directives?.length ?? 0);
  return { ...counts, directives, tokens: document.tokenCount ?? 0 };
}

/** The fragments a document defines. */
export const fragmentsOf = (document: DocumentNode): FragmentDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);

class ShapeCounter {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  // Each fragment is computed once, however often it is spread: otherwise fragments that spread each other twice would take exponential
  // time.
  private readonly counted = new Map<string, Counts>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.fragments = fragments;
  }

  selections({ selections }: SelectionSetNode): Counts {
    return selections.map((each) => this.selection(each)).reduce(together, nothing);
  }

  private selection(node: SelectionNode): Counts {
    const counts = node.kind === Kind.FIELD ? this.field(node) : this.fragment(node);
    return { ...counts, directives: counts.directives + (node.directives?.length ?? 0) };
  }

  private field(node: FieldNode): Counts {
    const introspects = node.name.value === '__schema' || node.name.value === '__type';
    const within = node.selectionSet && !introspects ? this.selections(node.selectionSet) : nothing;
    return {
      depth: within.depth + 1,
      aliases: within.aliases + (node.alias ? 1 : 0),
      rootFields: 1,
      directives: within.directives,
      introspects: introspects || within.introspects,
    };
  }

  private fragment(node: Exclude<SelectionNode, FieldNode>): Counts {
    if (node.kind === Kind.INLINE_FRAGMENT) return this.selections(node.selectionSet);
    const name = node.name.value;
    const fragment = this.fragments.get(name);
    const counts = this.counted.get(name) ?? (fragment ? this.selections(fragment.selectionSet) : nothing);
    this.counted.set(name, counts);
    return counts;
  }
}

const together = (a: Counts, b: Counts): Counts => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
  directives: a.directives + b.directives,
  introspects: a.introspects || b.introspects,
});
