/** from 0 to 100 with at most two decimals. */
export const percent = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/;
export const percentMessage = { message: 'must be a number from 0 to 100 with at most two decimals, as text' };
