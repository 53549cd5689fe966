export { articleAt, resolvePath, type Gone, type Moved, type Resolution } from "./resolve.ts";
