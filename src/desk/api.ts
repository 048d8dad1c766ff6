/** The API's answer, the same as for any client. */
export interface ApiAnswer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly ApiError[];
  readonly extensions?: { readonly cost?: { readonly lookUps?: Budget } };
}

/** How many firms the caller can look up now, and how many more each second. */
export interface Budget {
  readonly left: number;
  readonly restoredPerSecond: number;
}

/** An error of an answer. */
export interface ApiError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly retryAfter?: number };
}

/** An operation with the type of its answer. */
export interface Operation<Data> {
  readonly text: string;
  /** Never set: it ties the type to the text. */
  readonly data?: Data;
}

/** Sends an operation to the API for the reader of a page: with the reader’s key, address and language. */
export type Send = (operation: string, variables: Readonly<Record<string, unknown>>) => Promise<ApiAnswer>;

/** Why the API did not answer. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';
  readonly code: string;
  /** Seconds after which to ask again; null if that would not help. */
  readonly retryAfter: number | null;
  /** What is wrong with a key; null where the key is not to blame. */
  readonly reason: string | null;

  constructor({ message, extensions }: Omit<ApiError, 'extensions'> & { readonly extensions: ApiRefusal }) {
    super(message);
    this.code = extensions.code;
    this.retryAfter = extensions.retryAfter ?? null;
    this.reason = extensions.reason ?? null;
  }
}

interface ApiRefusal {
  readonly code: string;
  readonly retryAfter?: number | null;
  readonly reason?: string;
}

/** Asks the API. Throws ApiRefused if anything in the answer failed. */
export const ask = async <Data>(send: Send, operation: Operation<Data>, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> =>
  dataOf(operation, await send(operation.text, variables));

/** The same, with what is left of the caller’s budget; null where nothing is metered. Throws ApiRefused. */
export async function askWithBudget<Data>(
  send: Send,
  operation: Operation<Data>,
): Promise<{ readonly data: Data; readonly budget: Budget | null }> {
  const answer = await send(operation.text, {});
  return { data: dataOf(operation, answer), budget: answer.extensions?.cost?.lookUps ?? null };
}

function dataOf<Data>(_: Operation<Data>, { data, errors = [] }: ApiAnswer): Data {
  const [error] = errors;
  if (error) throw new ApiRefused(error);
  if (data === null || data === undefined) throw new ApiRefused({ message: 'There is no answer.', extensions: { code: 'INTERNAL' } });
  // An operation’s text and its type are side by side, and a test runs each of them.
  return data as Data;
}
