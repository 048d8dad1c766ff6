import { cleaned } from '../names/tokens.ts';

/** The part of a text that reads like this once it is cleaned, with the spaces, dashes and quotes that were typed; the cleaned text if it stands nowhere in it. */
export function asTyped(text: string, typed: string): string {
  if (text === '' || typed.includes(text)) return text;
  const at = cleaned(typed).indexOf(text);
  if (at < 0) return text;
  const start = last(typed, (end) => cleaned(typed.slice(0, end)).length <= at);
  const end = last(typed, (each) => each <= start || cleaned(typed.slice(start, each)).length < text.length) + 1;
  const found = typed.slice(start, end).trim();
  return cleaned(found) === text ? found : text;
}

/** The last position for which something holds that holds from the beginning up to it. */
function last(typed: string, holds: (at: number) => boolean): number {
  let [low, high] = [0, typed.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
