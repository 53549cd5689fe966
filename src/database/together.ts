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
  /** Milliseconds after which nobody waits any longer for a lane; at most as long again goes by until they hear of it. */
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
/** Whoever can bring more rows goes alone, so that a group brings no more than one operation may. */
const mostRows = 5_000;

interface Kind<Answer> {
  readonly text: string;
  readonly waiting: Waiting<Answer>[];
  busy: number;
  /** Runs while somebody waits for a lane. */
  patience: NodeJS.Timeout | undefined;
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
 * and those that came while both lanes of their kind were taken. Nobody waits for company.
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
      if (kind.busy >= lanes) this.#watch(kind);
      else this.#call(kind);
    });
  }

  #open(text: string): Kind<Answer> {
    const kind = { text, waiting: [], busy: 0, called: false, patience: undefined };
    this.#kinds.set(text, kind);
    return kind;
  }

  #call(kind: Kind<Answer>): void {
    if (kind.called) return;
    kind.called = true;
    setImmediate(() => {
      kind.called = false;
      this.#start(kind);
    });
  }

  #watch(kind: Kind<Answer>): void {
    kind.patience ??= setTimeout(() => {
      kind.patience = undefined;
      this.#dismiss(kind);
      if (kind.waiting.length > 0) this.#watch(kind);
    }, this.#manner.patience).unref();
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
    if (kind.waiting.length > 0) this.#watch(kind);
    if (kind.busy > 0 || kind.called) return;
    clearTimeout(kind.patience);
    this.#kinds.delete(kind.text);
  }

  #dismiss({ waiting }: Kind<Answer>): void {
    const { patience, refusal } = this.#manner;
    const limit = performance.now() - patience;
    while ((waiting[0]?.since ?? Infinity) <= limit) waiting.shift()?.reject(refusal());
  }
}
