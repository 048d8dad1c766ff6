/** Whether an Accept header prefers `application/graphql-response+json` to `application/json` (RFC 9110, 12.5.1); the default is plain JSON. */
export function prefersGraphqlResponse(accept = ''): boolean {
  const known = accept
    .split(',', MOST_RANGES)
    .map(rangeOf)
    .filter(({ type, weight }) => weight > 0 && served.has(type));
  const [best] = known.toSorted((a, b) => b.weight - a.weight);
  return best?.type === 'application/graphql-response+json';
}

/** What stands beyond in a longer list is not read; clients send about three. */
const MOST_RANGES = 20;

const served = new Set(['application/graphql-response+json', 'application/json']);

function rangeOf(range: string): { type: string; weight: number } {
  const [type = '', ...parameters] = range.split(';');
  const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/i.exec(each)?.[1]).find((found) => found !== undefined);
  return { type: type.trim().toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
}
