// Loaded before the tests, and by each of their processes: lets Node.js run the TypeScript sources.
import { register } from 'node:module';
import './early-answer.mjs';

// Stack traces name the lines of the sources.
process.setSourceMapsEnabled(true);
register('./typescript.mjs', import.meta.url);
