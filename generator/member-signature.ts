/** What has to be the same for a base type to declare a member as well. */
interface Signed {
  readonly kind: string;
  readonly type: object;
  readonly nullable: boolean;
  readonly nullableItems: boolean;
}

/** Takes a member of the model, returns a text that is equal for members that may stand for each other. */
export function memberSignature({ kind, type, nullable, nullableItems }: Signed): string {
  return JSON.stringify([kind, type, nullable, nullableItems]);
}
