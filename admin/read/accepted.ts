import { PreflightCode } from "../../src/domain/preflight/index.ts";
import type { PublishArticle } from "../../src/newsroom/articles/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import type { Call } from "../run/call.ts";
import type { VerbOption } from "../run/verb.ts";
import { caps } from "./caps.ts";

/** The option that accepts warnings of the preflight. */
export const acceptOption: VerbOption = {
  flags: "--accept <code=reason>",
  help: "let a warning stand, and say why; may be given again and again",
  many: true,
};

/** The warnings a call accepts, as the use cases want them. Throws BAD_USAGE. */
export const readAccepted = (call: Call): Required<Pick<PublishArticle, "acceptedWarnings">> => ({
  acceptedWarnings: call.texts("accept").map(accepted),
});

function accepted(text: string) {
  const at = text.indexOf("=");
  const code = Object.values(PreflightCode).find((known) => known === caps(text.slice(0, Math.max(at, 0))));
  const reason = text.slice(at + 1).trim();
  if (code !== undefined && reason !== "") return { code, reason };
  throw new DatelineError("BAD_USAGE", {
    says: `"${text}" does not accept a warning.`,
    fix: 'Write the code and why, such as --accept HEADLINE_LONG="the full name is needed"; desk article check names the codes.',
  });
}
