/** Words that go before a family name, and are written with it or apart: De La Cruz and Delacruz, St-Pierre and Stpierre. */
const particles: ReadonlySet<string> = new Set([
  ...['de', 'la', 'le', 'les', 'du', 'des', 'del', 'della', 'dello', 'di', 'da', 'dos', 'das', 'do', 'el', 'al', 'los', 'las'],
  ...['van', 'von', 'vander', 'vanden', 'den', 'der', 'ter', 'ten', 'st', 'ste', 'saint', 'sainte', 'san', 'santa', 'o', 'l', 'd'],
]);

/** The most words that go before a name: van de la. */
const MOST = 3;

/** Words of a name, each name in one word with the particles before it; the words themselves if there are none. */
export function withParticlesJoined(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let before = '';
  for (const [at, word] of words.entries()) {
    if (particles.has(word) && at + 1 < words.length) before += word;
    else {
      joined.push(`${before}${word}`);
      before = '';
    }
  }
  return joined;
}

/** A word without the particles that it may begin with, from the longest on: Delacruz, lacruz, cruz. */
export function withoutParticles(word: string): readonly string[] {
  const found: string[] = [];
  let rest = [word];
  for (let depth = 0; depth < MOST; depth += 1) {
    rest = rest.flatMap((each) =>
      [...particles].filter((particle) => isBefore(particle, each)).map((particle) => each.slice(particle.length)),
    );
    found.push(...rest);
  }
  return [...new Set(found)];
}

const isBefore = (particle: string, word: string): boolean =>
  particle.length > 1 && word.startsWith(particle) && word.length - particle.length >= SHORTEST_NAME;

const SHORTEST_NAME = 4;
