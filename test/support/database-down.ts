declare global {
  var stopTestDatabase: (() => Promise<void>) | undefined;
}

/** Ends the PostgreSQL of the run. */
export default async function databaseDown(): Promise<void> {
  await globalThis.stopTestDatabase?.();
}
