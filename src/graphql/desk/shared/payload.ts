import { Field, ObjectType, type ClassType } from "type-graphql";
import { ProblemType } from "./problem.ts";

/** What every mutation answers: the subject as it now stands, and what kept it from changing. */
export function payloadOf<Subject extends object>(name: string, noun: string, type: () => ClassType<Subject>) {
  @ObjectType(name, {
    description: `What the act answers: the ${noun}, and what kept it from being done.`,
  })
  class Payload {
    @Field(type, {
      nullable: true,
      description: `The ${noun}; on a conflict, as somebody else left it; null where there is none to show.`,
    })
    declare readonly subject: Subject | null;

    @Field(() => [ProblemType], { description: "Empty when the act was done." })
    declare readonly problems: readonly ProblemType[];
  }
  return Payload;
}
