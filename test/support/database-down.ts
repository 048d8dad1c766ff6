declare global {
  var stopTestDatabase: (() => Promise<void>) | undefined;
}

/** Stops the run's PostgreSQL. */
export default async function databaseDown(): Promise<void> {
  await globalThis.stopTestDatabase?.();
}
