// Loaded before the tests, and by each of their processes: lets Node.js run the TypeScript sources.
import { register } from 'node:module';

register('./typescript.mjs', import.meta.url);
