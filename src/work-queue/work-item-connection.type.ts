import { connectionTo } from '../connection/connection.type.ts';
import { WorkItem } from './work-item.type.ts';

/** Pages of the work queue. */
export const WorkItemConnection = connectionTo(WorkItem, { one: 'item', many: 'items of work' });
