import { walkAs } from './walk/walking.ts';

walkAs('wsib', 'staff', 'admin');
