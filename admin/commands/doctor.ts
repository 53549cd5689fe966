import { examine, findingOf } from "../doctor/examine.ts";
import { findingView, type Finding } from "../doctor/finding.ts";
import { rebuild } from "../doctor/rebuild.ts";
import { listOf, type Answer } from "../print/index.ts";
import { exits } from "../run/exits.ts";
import type { Verb } from "../run/verb.ts";
import { doctorText } from "../views/doctor.ts";

/** `desk doctor` */
export const verb: Verb = {
  options: [
    {
      flags: "--rebuild",
      help: "work out anew what readers see, a few articles at a time; may be stopped and run again",
    },
  ],
  examples: ["desk doctor --json", "desk doctor --rebuild"],
  run: (call) => (call.flag("rebuild") ? rebuild(call) : examined()),
};

async function examined(): Promise<Answer> {
  const findings: Finding[] = [];
  try {
    await examine((finding) => findings.push(finding));
  } catch (error) {
    findings.push(findingOf(error));
  }
  const failed = findings.filter(({ status }) => status === "fail");
  const exit = failed.some(({ check }) => check === "database") ? exits.database : exits.wrong;
  const said = failed.length === 0 ? "All is well." : `${failed.length} to put right.`;
  const page = listOf(findingView, findings, [said]);
  return { ...page, page: (look) => doctorText(findings, look), ...(failed.length > 0 && { exit }) };
}
