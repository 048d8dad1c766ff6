/**
 * How many days ahead notices announce what will happen if nothing further is recorded. No clause names them. Notices are made for every
 * account, whether or not anyone asks for them: if they were made only for watched accounts, they would reveal that someone is watching.
 */
export const NOTICE_DAYS: readonly number[] = [90, 60, 30, 14, 7, 1];

/** The default, if the caller does not choose. */
export const USUAL_NOTICE_DAYS: readonly number[] = [30, 14, 7];

/** The possible values, and the message for any other number. */
export const noticeDaysText = '90, 60, 30, 14, 7 or 1';
export const noticeDaysForm = { each: true, message: `must be ${noticeDaysText} each` };
