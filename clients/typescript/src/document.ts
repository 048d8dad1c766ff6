/** A GraphQL document with the types of its answer and its variables, which exist for the compiler alone. */
export interface TypedDocument<Result, Variables> {
  readonly text: string;
  readonly types?: (variables: Variables) => Result;
}

/** Types a document: `document<{ viewer: { scope: string } }, {}>('{ viewer { scope } }')`. */
export const document = <Result, Variables>(text: string): TypedDocument<Result, Variables> => ({ text });
