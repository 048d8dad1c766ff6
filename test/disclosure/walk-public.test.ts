import { walkAs } from './walk/walking.ts';

walkAs('public', 'ministry');
