import { normalisePath } from "../../domain/slug/index.ts";
import {
  ask,
  FOUND,
  bound,
  clock,
  fieldsOf,
  jsonText,
  momentAnd,
  openRun,
  own,
  plan,
  recordProject,
  sql,
} from "../plan/index.ts";
import type { Answer, Planned, Question, Records, Row, Run, Value } from "../plan/index.ts";
import type { Reader } from "../reader.ts";
import { articleById } from "./articles.ts";
import { keyTags, nowhere } from "./keys.ts";
import { nullAnswer } from "./null-answer.ts";
import { sectionById } from "./sections.ts";

const path = bound((run) => run.input["path"]);

const lookUp = momentAnd(
  jsonText(sql`(select json_build_array(r.noun, r.id, r.goes_to, r.status) from resolve_path(${path}, ${clock}) r)`),
);

/** What is told of paths that lead to no article and no section. */
export const resolveRecords: Records = {
  Redirect: { ...own("to", "status"), permanent: ({ status }) => [301, 308].includes(status as number) },
  Gone: own("path"),
};

const roots = { article: articleById, section: sectionById } as const;
const nobody = "00000000-0000-0000-0000-000000000000";

/** What a path, old or new, or a full address leads to: a look-up, then one statement when it is an article or section. */
export function resolved(reader: Reader, given: string, question: Question): Planned {
  const plain = normalisePath(given);
  if (plain === null) return nullAnswer;
  const run = openRun(reader, { ...question, input: { path: plain } });
  const possible = Object.values(roots).map((root) => plan(reader, root, { ...question, input: { id: nobody } }));
  const together = { text: lookUp.together, rows: 1 };
  const statement = { text: lookUp.text, values: lookUp.bind(run), together };
  return {
    rows: 1 + Math.max(...possible.map(({ rows }) => rows)),
    statements: [statement, ...possible.flatMap(({ statements }) => statements)],
    answer: async () => {
      for (const tag of keyTags(plain)) run.tags.add(tag);
      const found = (await ask(reader, statement)).row(FOUND);
      for (const tag of found === null ? nowhere : []) run.tags.add(tag);
      return found === null ? nullAnswer.answer() : tell(reader, question, found, { run, path: plain });
    },
  };
}

async function tell(
  reader: Reader,
  question: Question,
  found: Row,
  { run, path: asked }: { readonly run: Run; readonly path: string },
): Promise<Answer> {
  const [noun, id, to, status] = [found.text(0), found.textOrNull(1), found.textOrNull(2), found.value(3)];
  if (noun === "article" || noun === "section")
    return plan(reader, roots[noun], { ...question, input: { id } }).answer();
  // A path of ours that nobody knows may be known once something is published.
  for (const tag of id === null ? nowhere : [`article:${id}`]) run.tags.add(tag);
  const [type, value]: [string, Value] = noun === "gone" ? ["Gone", { path: asked }] : ["Redirect", { to, status }];
  const wanted = new Map([[type, fieldsOf(question.selection, type)]]);
  const show = recordProject(wanted, { records: resolveRecords, typeOf: () => type, leads: () => null });
  return { json: show(value, run), faults: run.faults };
}
