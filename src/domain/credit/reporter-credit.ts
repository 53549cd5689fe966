import type { AgencyBook } from "./agency-book.ts";
import { CreditRole } from "./credit.ts";
import { known, type Known } from "./known.ts";
import type { Piece } from "./piece.ts";
import type { Token } from "./tokens.ts";

const label: Known = { role: "label", name: "" };
const photographer: Known = { role: CreditRole.photographer, name: "" };
const office = /特派记者|特派員|记者|記者|供图|发|發|电|電/;
const byCamera = / *(?:摄影报道|摄影|攝影|撮影|摄|攝)$/;
const given = / *(?:写真)?(?:提供|제공)$/;

/**
 * Rule 12: Chinese and Japanese credits without separators. `新华社记者 NAME 摄` is agency and photographer,
 * `NAME 撮影` a photographer, `NAME 提供` a courtesy. Null when the token is no such credit.
 */
export function reporterCredit(token: Token, text: string, book: AgencyBook): readonly Piece[] | null {
  return supplied(token, text, book) ?? reported(token, text, book);
}

function supplied(token: Token, text: string, book: AgencyBook): readonly Piece[] | null {
  const end = text.replace(given, "").length;
  if (end === text.length || end === 0) return null;
  const name = known(text.slice(0, end), book) ?? { role: CreditRole.courtesy, name: "" };
  return [piece(token, 0, end, name), piece(token, end, text.length, label)];
}

function reported(token: Token, text: string, book: AgencyBook): readonly Piece[] | null {
  const head = headOf(token, text, book);
  const end = text.replace(byCamera, "").length;
  if (head === null && (end === text.length || end === 0)) return null;
  const from = head?.end ?? 0;
  const start = from + text.slice(from).length - text.slice(from).replace(/^[ :]+/, "").length;
  const name = start < end ? [piece(token, start, end, known(text.slice(start, end), book) ?? photographer)] : [];
  const tail = Math.max(start, end);
  return [...(head?.pieces ?? []), ...name, ...(tail < text.length ? [piece(token, tail, text.length, label)] : [])];
}

/** The agency and its word for "reporter" at the front, or that word alone. */
function headOf(token: Token, text: string, book: AgencyBook): { end: number; pieces: readonly Piece[] } | null {
  const found = office.exec(text);
  if (!found) return null;
  const before = text.slice(0, found.index).trimEnd();
  const agency = known(before, book);
  if (before !== "" && agency?.role !== CreditRole.agency) return null;
  const end = found.index + found[0].length;
  const owner = agency === null ? [] : [piece(token, 0, before.length, agency)];
  return { end, pieces: [...owner, piece(token, found.index, end, label)] };
}

function piece(token: Token, start: number, end: number, found: Known): Piece {
  return { start: token.start + start, end: token.start + end, joint: start === 0 ? token.joint : null, known: found };
}
