/** An error of any kind: GraphQL itself executes the operation and says what is wrong. */
export class NotAnswered extends Error {}
