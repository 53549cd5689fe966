import { foldLoosely } from "../credit/index.ts";

const agenciesAtLarge = new Set(
  "agencies,wires,wire services,news agencies,agenturen,agences,agencias,agências,agenzie,byråer,bureaus,bureauer"
    .split(",")
    .map(foldLoosely),
);

/** True for the word that stands for agencies none of which is named: "and agencies", "mit Agenturen". */
export function isAgenciesAtLarge(name: string): boolean {
  return agenciesAtLarge.has(foldLoosely(name));
}
