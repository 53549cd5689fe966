import type { Joint } from "./boundaries.ts";
import { CreditRole, type CreditPart } from "./credit.ts";
import { looksLikeFullName, looksLikePerson } from "./person.ts";
import type { Piece } from "./piece.ts";
import { foldKey, foldSpace } from "./view.ts";

/**
 * Rules 8 to 10: gives every piece of one group its role, in reading order, and makes one part of neighbours with one
 * name.
 */
export function partsOf(raw: string, pieces: readonly Piece[]): readonly CreditPart[] {
  const owners = agencyRoles(pieces);
  const state: State = { hasPhotographer: false, isAfterVia: false, isAfterPlace: false, last: null };
  const parts: CreditPart[] = [];
  pieces.forEach((piece, index) => {
    if (piece.joint === "via") state.isAfterVia = true;
    if (piece.known?.role === "label") {
      state.isAfterPlace = true;
      return;
    }
    const role =
      owners.get(index) ?? piece.known?.role ?? nameRole(raw.slice(piece.start, piece.end), piece.joint, state);
    state.hasPhotographer ||= role === CreditRole.photographer;
    state.isAfterPlace = false;
    state.last = role;
    addPart(parts, partOf(raw, piece, role));
  });
  return parts;
}

interface State {
  hasPhotographer: boolean;
  isAfterVia: boolean;
  /** True after "(left)" and its like: the next name stands beside the last one. */
  isAfterPlace: boolean;
  last: CreditRole | null;
}

/** Rule 9: the first agency owns the picture; later ones, those after "via" and those that lead pass it on. */
function agencyRoles(pieces: readonly Piece[]): ReadonlyMap<number, CreditRole> {
  const roles = new Map<number, CreditRole>();
  const via = pieces.findIndex((piece) => piece.joint === "via");
  const isOwn = (index: number): boolean => via === -1 || index < via;
  const agencies = pieces.flatMap((piece, index) =>
    piece.known?.role === CreditRole.agency ? [{ index, known: piece.known }] : [],
  );
  const own = agencies.filter(({ index }) => isOwn(index));
  const followers = own.filter(
    (one, at) => !(one.known.leads === true && own.slice(at + 1).some((later) => later.known.name !== one.known.name)),
  );
  const owner = followers[0]?.index;
  for (const { index } of agencies) roles.set(index, index === owner ? CreditRole.agency : CreditRole.distributor);
  return roles;
}

const roleByJoint: Partial<Record<Joint, CreditRole>> = {
  via: CreditRole.distributor,
  photoBy: CreditRole.photographer,
  from: CreditRole.organization,
  by: CreditRole.organization,
};

/** Rules 7 and 8 for a name nobody has told us. */
function nameRole(text: string, joint: Joint | null, state: State): CreditRole {
  const given = joint === null ? undefined : roleByJoint[joint];
  if (given !== undefined) return given;
  const goesOn = (joint === "and" || joint === "list" || state.isAfterPlace) && state.last === CreditRole.photographer;
  if (goesOn && looksLikePerson(text)) return CreditRole.photographer;
  const [isPerson, otherwise] = state.isAfterVia
    ? [looksLikeFullName(text), CreditRole.distributor]
    : [looksLikePerson(text), CreditRole.organization];
  return isPerson && !state.hasPhotographer ? CreditRole.photographer : otherwise;
}

function partOf(raw: string, piece: Piece, role: CreditRole): CreditPart {
  const { start, end, known } = piece;
  const written = known === null || known.name === "" ? foldSpace(raw.slice(start, end)) : known.name;
  const part = { role, name: written, start, end };
  return known?.agency === undefined ? part : { ...part, agency: known.agency };
}

function addPart(parts: CreditPart[], part: CreditPart): void {
  const last = parts.at(-1);
  const isSame =
    last !== undefined && foldKey(last.name) === foldKey(part.name) && last.role !== CreditRole.copyrightYear;
  if (!isSame) parts.push(part);
  else parts[parts.length - 1] = { ...last, end: part.end };
}
