import { walkAs } from './walk/walking.ts';

walkAs('sose', 'sose with an application');
