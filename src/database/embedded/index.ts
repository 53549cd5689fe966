export { endThrowaway } from "./end-throwaway.ts";
export { hasEmbedded, removeEmbedded } from "./remove-embedded.ts";
export { useEmbedded, type Embedded } from "./use-embedded.ts";
