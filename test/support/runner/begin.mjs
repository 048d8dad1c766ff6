// Jest requires this file, and a module that is required cannot import TypeScript while it is loaded.
export default async (config) => (await import('../run-begin.ts')).default(config);
