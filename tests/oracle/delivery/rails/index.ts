export { railsOf, type RailPage, type ShownRail } from "./rails.ts";
