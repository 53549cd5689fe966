export { articleAt, resolvePath, sectionWas, type Gone, type Moved, type Resolution } from "./resolve.ts";
