/**
 * from 0 to 100 with at most two decimals; a percent sign may follow. More than 0 and at most 1 needs it: 0.85 may be 85 % as a spreadsheet
 * stores it, so it is refused as in files.
 */
export const percent = /^(?:(?!0?0\.(?:\d?[1-9])|0?1(?:\.00?)?$)\d{1,2}(?:\.\d{1,2})?|\d{1,2}(?:\.\d{1,2})? ?%|100(?:\.0{1,2})? ?%?)$/;
export const percentMessage = {
  message:
    'must be a number from 0 to 100 with at most two decimals, as text, and from 0.01 to 1 with its sign, as in 0.85 %, since it may be a fraction',
};
