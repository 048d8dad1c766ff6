import { walkAs } from './walk/walking.ts';

// From all of these the same is hidden, so that they share their worlds.
walkAs('public', 'ministry', 'association', 'organization', 'sose', 'sose with an application');
