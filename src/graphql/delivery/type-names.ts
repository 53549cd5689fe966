import type { ClassType } from "type-graphql";

/** Types that other types lead to. */
export type TypeName =
  | "Article"
  | "ArticleConnection"
  | "ArticleEdge"
  | "Block"
  | "Byline"
  | "Correction"
  | "CorrectionEdge"
  | "Media"
  | "Rail"
  | "RelatedLink"
  | "Section"
  | "SearchEdge"
  | "Topic";

/** A class, or what stands for a union. */
type Type = ClassType | object;

const known = new Map<TypeName, Type>();

/** Says which class is meant by each name; once, before the schema is built. */
export function nameTypes(types: Readonly<Record<TypeName, Type>>): void {
  for (const [name, type] of Object.entries(types)) known.set(name as TypeName, type);
}

/** The type of a name. Types lead to each other in circles; by name, their files need not import each other. */
export function typeNamed(name: TypeName): ClassType {
  const type = known.get(name);
  if (type === undefined) throw new Error(`No type has been named ${name}.`);
  return type as ClassType;
}

/** Stands where TypeGraphQL wants a method for a field with arguments: the plan answers it, and nobody calls this. */
export function answeredByThePlan(wish: object): never {
  throw new Error(`The plan of its root field answers this: ${Object.keys(wish).join(", ")}.`);
}
