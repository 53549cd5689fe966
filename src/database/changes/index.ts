export type { Ahead, Change } from "./change-log.ts";
export { listenForChanges, type ChangeListener, type Ears } from "./listener.ts";
