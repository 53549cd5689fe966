/** What a guard is asked to do; handed to it as JSON on its command line. */
export interface GuardOrder {
  /** Absolute. */
  readonly dataDir: string;
  /** For tests: quick and forgetful settings; everything is removed when the owning process ends. */
  readonly throwaway: { readonly ownerPid: number } | null;
}
