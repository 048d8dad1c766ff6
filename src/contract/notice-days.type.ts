/**
 * Days ahead on which is told what will be if nothing further is recorded. No clause names them. Each is told of every account, whoever asks for
 * it: were it told of those that somebody watches, it would tell that somebody does.
 */
export const NOTICE_DAYS: readonly number[] = [90, 60, 30, 14, 7, 1];

/** Those told to whoever does not choose. */
export const USUAL_NOTICE_DAYS: readonly number[] = [30, 14, 7];

/** The choice, and what is told of a number that is none of them. */
export const noticeDaysText = '90, 60, 30, 14, 7 or 1';
export const noticeDaysForm = { each: true, message: `must be ${noticeDaysText} each` };
