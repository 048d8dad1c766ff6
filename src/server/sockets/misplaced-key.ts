/** Names under which clients' manuals put a credential. */
const names = /^(x-)?(authorization|bearer|(auth|access|id|bearer|jwt)?[-_]?token|api[-_]?key|jwt)$/i;

/** A key as the registry issues it, wherever it stands. */
const issued = /\bcor_\w{16}_[\w-]{20}/;

/** Objects within objects that are looked into; a payload that nests deeper is no client's. */
const DEPTH = 4;

/** Whether what `connection_init` brings has something like a credential outside the place where the registry reads it. */
export function hasMisplacedKey(payload: Readonly<Record<string, unknown>>, depth = DEPTH): boolean {
  return Object.entries(payload).some(([name, value]) => {
    if (typeof value === 'string') return issued.test(value) || (names.test(name) && value.trim() !== '');
    return isObject(value) && depth > 1 && hasMisplacedKey(value, depth - 1);
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
