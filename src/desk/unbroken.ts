const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
].join('|');

const day = `\\b(\\d{1,2}) (${months}) (\\d{4})\\b`;
const days = new RegExp(day, 'g');

/** Those of a page's text: attributes, and what is being typed, stay as they are. */
const daysOfPage = new RegExp(`${day}(?=[^<>]*<(?!/textarea))`, 'g');

const onOneLine = '$1\u00A0$2\u00A0$3';

/** A text whose English days no line divides; the parts of French ones stay together as the API writes them. */
export const unbroken = (text: string): string => text.replaceAll(days, onOneLine);

/** The same for a page. */
export const unbrokenPage = (page: string): string => page.replaceAll(daysOfPage, onOneLine);
