export { railsBeside, railsOn } from "./rail.noun.ts";
