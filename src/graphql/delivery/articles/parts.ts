import type { Byline, ShownMedia, Topic } from "../../../delivery/index.ts";
import { globalId } from "../../shared/index.ts";

/** A name of a byline as the schema gives it. */
export const asByline = ({ nameAsWritten, role, contributor }: Byline) => ({
  name: nameAsWritten,
  role,
  contributor:
    contributor === null
      ? null
      : { ...contributor, id: globalId("Contributor", contributor.id), name: contributor.displayName },
});
/** A name of a byline as the schema gives it. */
export type GivenByline = ReturnType<typeof asByline>;

/** A topic as the schema gives it. */
export const asTopic = (topic: Topic) => ({ ...topic, id: globalId("Topic", topic.id) });
/** A topic as the schema gives it. */
export type GivenTopic = ReturnType<typeof asTopic>;

/** A medium as the schema gives it. */
export const asMedia = ({ key, ...media }: ShownMedia) => ({ ...media, id: globalId("Media", key) });
/** A medium as the schema gives it. */
export type GivenMedia = ReturnType<typeof asMedia>;
