import { textOf } from "../print/index.ts";
import { completionFor, shells } from "../run/completion.ts";
import type { Verb } from "../run/verb.ts";

/** `desk completion bash|zsh|fish` */
export const verb: Verb = {
  words: [["<shell>", `one of ${shells.join(", ")}`]],
  examples: ["source <(desk completion bash)", "desk completion fish > ~/.config/fish/completions/desk.fish"],
  run: async (call) => textOf(completionFor(call.word(0))),
};
