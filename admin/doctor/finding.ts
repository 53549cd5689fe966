import type { View } from "../print/index.ts";

/** What the doctor found in one place. */
export interface Finding {
  readonly check: string;
  readonly status: "ok" | "warn" | "fail";
  readonly says: string;
  /** What to do about it; null where all is well. */
  readonly fix: string | null;
}

/** Something that is as it should be. */
export const well = (check: string, says: string): Finding => ({ check, status: "ok", says, fix: null });

/** Something to know about. */
export const odd = (check: string, says: string, fix: string): Finding => ({ check, status: "warn", says, fix });

/** Something that keeps the newsroom from working. */
export const broken = (check: string, says: string, fix: string): Finding => ({ check, status: "fail", says, fix });

/** How findings are printed. */
export const findingView: View<Finding> = [
  { name: "status", of: ({ status }) => status },
  { name: "check", of: ({ check }) => check },
  { name: "says", of: ({ says }) => says, cut: "last" },
  { name: "fix", of: ({ fix }) => fix, cut: "last" },
];
