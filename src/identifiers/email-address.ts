/** An address as mail servers take it, without a name: no spaces, controls or separators, so that nothing can be added to a header by it. */
export const emailAddressForm = /^[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;
