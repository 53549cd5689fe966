import { findArticle, type ArticleRow } from "../../src/newsroom/articles/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import { linkBacks, type hideLinkBack } from "../../src/newsroom/links/index.ts";
import { listOf, type Answer } from "../print/index.ts";
import { articleSeen } from "../read/article.ts";
import { linkBackView } from "../views/link-back.ts";
import type { Call } from "./call.ts";
import { atDesk } from "./seat.ts";

/** Hides or shows the link back that a call names; answers with those of the article as they stand then. */
export const turnedBack = (call: Call, turn: typeof hideLinkBack, said: string): Promise<Answer> =>
  atDesk(call, async ({ desk, write }) => {
    const { before, seen } = await articleSeen(desk, call);
    const from = (await findArticle(desk, call.word(1))).id;
    const { after, backs } = await write(async (open: Desk): Promise<{ after: ArticleRow; backs: Backs }> => {
      const turned = await turn(open, { ...seen, from });
      return { after: turned, backs: await linkBacks(open, turned.id) };
    });
    return listOf(linkBackView, backs, [after.version === before.version ? "Nothing changed." : said]);
  });

type Backs = Awaited<ReturnType<typeof linkBacks>>;
