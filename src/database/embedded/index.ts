export { endThrowaway } from "./end-throwaway.ts";
export { inspectFolder } from "./inspect-folder.ts";
export { expectRemovable, removeEmbedded } from "./remove-embedded.ts";
export { throwawayFolder } from "./throwaway-folder.ts";
export { useEmbedded, type Embedded } from "./use-embedded.ts";
