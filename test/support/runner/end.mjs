// See begin.mjs.
export default async () => (await import('../run-end.ts')).default();
