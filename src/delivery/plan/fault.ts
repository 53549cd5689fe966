/** Something went wrong at a place of the answer; travels up to the nearest place that may be null. */
export class Fault extends Error {
  /** Response keys and list indexes from the root field down. */
  readonly path: (string | number)[];

  constructor(place: string | number, cause: unknown) {
    super("a field could not be answered", { cause });
    this.path = [place];
  }
}

/** A fault as seen one level up: the place is put before its path. */
export function located(error: unknown, place: string | number): Fault {
  if (!(error instanceof Fault)) return new Fault(place, error);
  error.path.unshift(place);
  return error;
}

/** What stands where the schema promises a value and there is none. */
export class MissingValue extends Error {
  constructor() {
    super("Cannot return null for a non-nullable field.");
  }
}
