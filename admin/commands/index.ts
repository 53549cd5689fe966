import type { NounEntry, VerbEntry } from "../run/verb.ts";
import { articleVerbs, correctionVerbs, linkVerbs, mediaVerbs } from "./page.ts";

/** Every noun and verb of the desk with one line about each. The verbs' own files are read only when they are called. */
export const commands: readonly (NounEntry | VerbEntry)[] = [
  { name: "article", summary: "articles in any state", verbs: articleVerbs },
  { name: "correction", summary: "public notes about what was wrong", verbs: correctionVerbs },
  { name: "link", summary: "an article's related links", verbs: linkVerbs },
  { name: "media", summary: "pictures, their facts and credit", verbs: mediaVerbs },
  {
    name: "credit",
    summary: "credit lines",
    verbs: [{ name: "parse", summary: "take credit lines apart", load: () => import("./credit/parse.ts") }],
  },
  {
    name: "section",
    summary: "the sections of the newspaper",
    verbs: [
      { name: "create", summary: "make a section", load: () => import("./section/create.ts") },
      { name: "list", summary: "every section with its path", load: () => import("./section/list.ts") },
      { name: "tree", summary: "the sections as a tree", load: () => import("./section/tree.ts") },
      { name: "rename", summary: "change name, slug or description", load: () => import("./section/rename.ts") },
      { name: "move", summary: "put it below another, or in another order", load: () => import("./section/move.ts") },
    ],
  },
  {
    name: "redirect",
    summary: "old paths and where they lead",
    verbs: [
      { name: "add", summary: "lead an old path to another", load: () => import("./redirect/add.ts") },
      { name: "list", summary: "redirects by their old path", load: () => import("./redirect/list.ts") },
      { name: "remove", summary: "take one away", load: () => import("./redirect/remove.ts") },
    ],
  },
  {
    name: "preview",
    summary: "show one article before readers have it",
    verbs: [
      { name: "create", summary: "make a token; it is shown once", load: () => import("./preview/create.ts") },
      { name: "list", summary: "the previews that open something", load: () => import("./preview/list.ts") },
      { name: "revoke", summary: "end a preview at once", load: () => import("./preview/revoke.ts") },
    ],
  },
  {
    name: "contributor",
    summary: "people named in bylines",
    verbs: [
      { name: "create", summary: "make a contributor", load: () => import("./contributor/create.ts") },
      { name: "list", summary: "contributors by name", load: () => import("./contributor/list.ts") },
    ],
  },
  {
    name: "topic",
    summary: "what articles are about, blogs and series",
    verbs: [
      { name: "create", summary: "make a topic", load: () => import("./topic/create.ts") },
      { name: "list", summary: "topics by name", load: () => import("./topic/list.ts") },
    ],
  },
  {
    name: "rail",
    summary: "lists worked out when they are read",
    verbs: [{ name: "show", summary: "what readers see beside an article", load: () => import("./rail/show.ts") }],
  },
  {
    name: "import",
    summary: "bring articles in",
    verbs: [{ name: "text", summary: "read a plain-text capture of a page", load: () => import("./import/text.ts") }],
  },
  {
    name: "user",
    summary: "people who work at the desk",
    verbs: [
      { name: "create", summary: "let somebody work at the desk", load: () => import("./user/create.ts") },
      { name: "list", summary: "everybody, with their roles", load: () => import("./user/list.ts") },
      { name: "set-role", summary: "give another role", load: () => import("./user/set-role.ts") },
      { name: "scope", summary: "limit what they write to sections", load: () => import("./user/scope.ts") },
      { name: "rename", summary: "change the name the desk shows", load: () => import("./user/rename.ts") },
      { name: "disable", summary: "keep somebody out at once", load: () => import("./user/disable.ts") },
      { name: "enable", summary: "let somebody in again", load: () => import("./user/enable.ts") },
    ],
  },
  {
    name: "token",
    summary: "keys to the desk API",
    verbs: [
      { name: "create", summary: "make a token; it is shown once", load: () => import("./token/create.ts") },
      { name: "list", summary: "the tokens you may end", load: () => import("./token/list.ts") },
      { name: "revoke", summary: "end a token at once", load: () => import("./token/revoke.ts") },
    ],
  },
  {
    name: "audit",
    summary: "who did what, when and why",
    verbs: [
      { name: "list", summary: "acts, the newest first", load: () => import("./audit/list.ts") },
      { name: "show", summary: "one act, with what it changed", load: () => import("./audit/show.ts") },
      { name: "verify", summary: "check that nobody changed the record", load: () => import("./audit/verify.ts") },
    ],
  },
  {
    name: "change",
    summary: "what readers could notice, for whoever keeps a copy",
    verbs: [{ name: "list", summary: "every change that is due, in order", load: () => import("./change/list.ts") }],
  },
  { name: "sample", summary: "fill an empty newsroom with the sample", load: () => import("./sample.ts") },
  { name: "doctor", summary: "check that all is well, and say what to do", load: () => import("./doctor.ts") },
];
