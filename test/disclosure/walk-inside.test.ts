import { walkAs } from './walk/walking.ts';

walkAs('wsib', 'buyer', 'buyer with consents', 'staff', 'admin');
