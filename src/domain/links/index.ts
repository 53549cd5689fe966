export { LinkStanding, linkStanding, linkWarning, type AddressFacts, type LinkFacts } from "./standing.ts";
