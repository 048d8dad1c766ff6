import { walkAs } from './walk/walking.ts';

walkAs('organization', 'association');
