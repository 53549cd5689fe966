/** A statement that goes together with others of its kind. */
export interface Together {
  /** The statement for many: each parameter is a list of texts, each row one answer `j` and its number `n`, from 1. */
  readonly text: string;
  /** The most rows one answer can bring. */
  readonly rows: number;
}

/** A statement with its values. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Left out where it goes alone. */
  readonly together?: Together | undefined;
}

/** Somebody who waits for an answer. */
export interface Waiting<Answer> {
  readonly asked: Asked;
  /** When it began to wait, in milliseconds of `performance.now()`. */
  readonly since: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: unknown) => void;
}

/** How statements that go together are asked. */
export interface Manner<Answer> {
  /** Answers a group of one kind. Never rejects. */
  readonly run: (group: readonly Waiting<Answer>[]) => Promise<void>;
  /** Milliseconds after which nobody waits any longer to be asked for. */
  readonly patience: number;
  /** What those are told who waited too long. */
  readonly refusal: () => unknown;
}

/**
 * So many groups of one kind are under way at once: one process has no more than one core to read answers with, and
 * what keeps two groups busy at the database keeps it busy as well.
 */
const lanes = 2;
/** The most in a group: by then the opening of a statement is shared, and more would only wait for each other. */
const mostTogether = 8;
/** Whoever can bring more rows goes alone, on a connection of its own. */
const mostRows = 5_000;

interface Kind<Answer> {
  readonly text: string;
  readonly waiting: Waiting<Answer>[];
  busy: number;
  /** Whether those who wait are looked at before this turn of the event loop ends. */
  called: boolean;
}

/** Whether a statement may go together with others. */
export const mayGoTogether = ({ together }: Asked): boolean => together !== undefined && together.rows <= mostRows;

/** The list for each parameter of a statement for many; where each brings no value, a list that tells how many they are. */
export const listsOf = (values: readonly (readonly unknown[])[]): unknown[][] =>
  Array.from({ length: Math.max(1, values[0]?.length ?? 0) }, (_, place) => values.map((of) => of[place] ?? null));

/**
 * Lets statements of one kind go together that would otherwise go side by side: those of one turn of the event loop,
 * and those that came while both lanes of their kind were taken. Whoever comes alone never waits.
 */
export class Grouping<Answer> {
  readonly #manner: Manner<Answer>;
  readonly #kinds = new Map<string, Kind<Answer>>();

  constructor(manner: Manner<Answer>) {
    this.#manner = manner;
  }

  /** Rejects with what the statement fails with, or with the refusal of those who waited too long. */
  ask(asked: Asked): Promise<Answer> {
    const kind = this.#kinds.get(asked.text) ?? this.#open(asked.text);
    return new Promise((resolve, reject) => {
      kind.waiting.push({ asked, since: performance.now(), resolve, reject });
      if (kind.called || kind.busy >= lanes) return;
      kind.called = true;
      setImmediate(() => {
        kind.called = false;
        this.#start(kind);
      });
    });
  }

  #open(text: string): Kind<Answer> {
    const kind = { text, waiting: [], busy: 0, called: false };
    this.#kinds.set(text, kind);
    return kind;
  }

  // Who waits is shared out among the free lanes: the first answers come sooner, and both sides have something to do.
  #start(kind: Kind<Answer>): void {
    this.#dismiss(kind);
    while (kind.waiting.length > 0 && kind.busy < lanes) {
      const share = Math.ceil(kind.waiting.length / (lanes - kind.busy));
      const group = kind.waiting.splice(0, Math.min(share, mostTogether));
      kind.busy += 1;
      void this.#manner.run(group).finally(() => {
        kind.busy -= 1;
        this.#start(kind);
      });
    }
    if (kind.busy === 0 && !kind.called) this.#kinds.delete(kind.text);
  }

  #dismiss({ waiting }: Kind<Answer>): void {
    const { patience, refusal } = this.#manner;
    const limit = performance.now() - patience;
    while ((waiting[0]?.since ?? Infinity) < limit) waiting.shift()?.reject(refusal());
  }
}
