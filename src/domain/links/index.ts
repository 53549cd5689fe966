export {
  LinkStanding,
  linkStanding,
  linkWarning,
  markStanding,
  markWarning,
  type AddressFacts,
  type LinkFacts,
} from "./standing.ts";
