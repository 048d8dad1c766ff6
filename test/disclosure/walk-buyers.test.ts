import { walkAs } from './walk/walking.ts';

walkAs('buyer', 'buyer with consents');
