import type { AgencyBook } from "./agency-book.ts";
import { stronger, type Boundary, type Joint } from "./boundaries.ts";
import { isMarker, known, knownPair, type Known } from "./known.ts";
import { isWebAddress } from "./organization-words.ts";
import { looksLikeFullName } from "./person.ts";
import { trimmed, type Span } from "./view.ts";

/** One name of a chain, and what joins it to the one before. */
export interface Token extends Span {
  readonly joint: Joint | null;
  /** True when a slash stands beside a weaker word ("/For the …"): should the word not divide, the slash does. */
  readonly isSlashed?: boolean;
}

interface Side {
  readonly text: string;
  readonly known: Known | null;
  /** Known as a whole, or as two known things side by side. */
  readonly isKnown: () => boolean;
}

type Cut = (left: Side, right: Side) => boolean;
const always: Cut = () => true;
const besideKnown: Cut = (left, right) => left.isKnown() || right.isKnown();
const isAgency = (side: Side): boolean => side.known?.role === "agency";
const isMarked = (side: Side): boolean =>
  side.known !== null && side.known.role !== "label" && isMarker(side.known.role);

/** When a separator divides: the conditions (1) to (3) of the grammar, and the small words around known names. */
const cuts: Readonly<Record<Joint, Cut>> = {
  courtesy: always,
  via: always,
  photoBy: always,
  sign: always,
  licensed: always,
  hard: always,
  list: always,
  open: always,
  close: always,
  account: always,
  for: (left) => isAgency(left) || looksLikeFullName(left.text),
  and: (left, right) =>
    (looksLikeFullName(left.text) && looksLikeFullName(right.text)) || (left.known !== null && right.known !== null),
  on: (_left, right) => isAgency(right) || right.known?.role === "platform",
  of: (left, right) => isAgency(right) && looksLikeFullName(left.text),
  from: (left, right) => isMarked(left) || isAgency(right) || looksLikeFullName(left.text),
  by: (left) => isMarked(left) || isAgency(left),
  dash: (left, right) => besideKnown(left, right) || isWebAddress(right.text),
  emDash: (left, right) => besideKnown(left, right) || looksLikeFullName(left.text),
  comma: besideKnown,
  colon: (left) => left.isKnown(),
};

/** Divides a span at its separators into the names of a chain. */
export function tokens(view: string, span: Span, boundaries: readonly Boundary[], book: AgencyBook): readonly Token[] {
  const atoms = joinKnown(view, atomsOf(view, span, boundaries), book);
  const sides = atoms.map((atom) => sideOf(view.slice(atom.start, atom.end), book));
  const lists = nameLists(atoms, sides);
  const found: Token[] = [];
  atoms.forEach((atom, index) => {
    const last = found.at(-1);
    const right = sides[index];
    if (last === undefined || right === undefined || atom.joint === null) found.push(atom);
    else if (last.joint === "courtesy" && !endsCourtesy(atom.joint, right)) extend(found, atom);
    else if (lists.has(index)) found.push({ ...atom, joint: "and" });
    else if (divides(view, last, atom.joint, right, book)) found.push(atom);
    else if (atom.isSlashed === true) found.push({ ...atom, joint: "hard" });
    else extend(found, atom);
  });
  return found;
}

function divides(view: string, last: Token, joint: Joint, right: Side, book: AgencyBook): boolean {
  return cuts[joint](sideOf(view.slice(last.start, Math.min(last.end, last.start + 200)), book), right);
}

function endsCourtesy(joint: Joint, right: Side): boolean {
  const names = isAgency(right) || isMarked(right) || right.known?.role === "licence";
  return names || joint === "via" || joint === "sign" || joint === "courtesy" || joint === "licensed";
}

function extend(found: Token[], atom: Token): void {
  const last = found.pop();
  if (last) found.push({ ...last, end: atom.end });
}

function sideOf(text: string, book: AgencyBook): Side {
  const self = known(text, book);
  return { text, known: self, isKnown: () => self !== null || knownPair(text, book) !== null };
}

/** Stretches between separators; blank ones vanish and their separators become one. */
function atomsOf(view: string, span: Span, boundaries: readonly Boundary[]): readonly Token[] {
  const atoms: Token[] = [];
  let joint: Joint | null = null;
  let start = span.start;
  let isSlashed = false;
  for (const boundary of [...boundaries, { joint: null, start: span.end, end: span.end }]) {
    const atom = trimmed(view, { start, end: boundary.start });
    if (atom.start < atom.end) {
      atoms.push({ ...atom, joint, isSlashed });
      joint = null;
      isSlashed = false;
    }
    if (boundary.joint !== null) joint = joint === null ? boundary.joint : stronger(joint, boundary.joint);
    isSlashed ||= boundary.joint === "hard";
    start = boundary.end;
  }
  return atoms;
}

const longestJoin = 4;

/** Rule 5: the longest known spelling that holds separators ("REX/Shutterstock") is one atom again. */
function joinKnown(view: string, atoms: readonly Token[], book: AgencyBook): readonly Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < atoms.length;) {
    const first = atoms[index];
    if (first === undefined) break;
    const reach = longestSpelling(view, atoms, index, book);
    joined.push({ ...first, end: reach.end });
    index += reach.count;
  }
  return joined;
}

function longestSpelling(
  view: string,
  atoms: readonly Token[],
  index: number,
  book: AgencyBook,
): { count: number; end: number } {
  const first = atoms[index];
  for (let count = longestJoin; first && count > 1; count -= 1) {
    const last = atoms[index + count - 1];
    if (last === undefined) continue;
    const closed = /[)\]]/.test(view[last.end] ?? "") ? [last.end + 1, last.end] : [last.end];
    const end = closed.find((candidate) => isSpelling(view.slice(first.start, candidate), book));
    if (end !== undefined) return { count, end };
  }
  return { count: 1, end: first?.end ?? 0 };
}

function isSpelling(text: string, book: AgencyBook): boolean {
  const role = text.length > 80 ? undefined : known(text, book)?.role;
  return role === "agency" || role === "platform" || role === "file" || role === "screengrab";
}

/** Atoms that go on a list of people closed by "and": "A B, C D and E F". */
function nameLists(atoms: readonly Token[], sides: readonly Side[]): ReadonlySet<number> {
  const listed = new Set<number>();
  const isName = (index: number): boolean => {
    const side = sides[index];
    return side?.known === null && looksLikeFullName(side.text);
  };
  for (let index = atoms.length - 1; index > 0; index -= 1) {
    const joint = atoms[index]?.joint;
    const goesOn = joint === "and" || (joint === "comma" && listed.has(index + 1));
    if (goesOn && isName(index) && isName(index - 1)) listed.add(index);
  }
  return listed;
}
