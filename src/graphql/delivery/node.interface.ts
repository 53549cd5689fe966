import { Field, ID, InterfaceType } from "type-graphql";

/** A thing that can be fetched again by its id (Relay, Global Object Identification). */
@InterfaceType("Node", {
  description: "A thing that can be fetched again by its id.",
  autoRegisterImplementations: false,
})
export abstract class NodeInterface {
  @Field(() => ID, { description: "Opaque id, the same for ever, unique among all types." })
  declare readonly id: string;
}
