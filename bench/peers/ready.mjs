/** Tells the bench where a contender listens. */
export const ready = (port) => process.stdout.write(`http://127.0.0.1:${port}/graphql\n`);
