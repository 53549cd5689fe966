import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** One step into the newspaper: a field that leads to things with fields of their own, on one type of object. */
export interface Step {
  readonly on: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** A way from a root field to things, whose plain fields are then read. */
export type Chain = readonly [Step, ...Step[]];

type Field = GraphQLField<unknown, unknown>;

const typesOf = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];

const fieldsOf = (type: GraphQLObjectType): readonly Field[] => Object.values(type.getFields());
const leads = ({ type }: Field): boolean => isCompositeType(getNamedType(type));

/** Every way from a root field down, so that what is read at its end stands at most so many levels deep. */
export function chainsFrom(schema: GraphQLSchema, step: Step, depth: number): readonly Chain[] {
  if (depth < 2) return [];
  const below = typesOf(schema, getNamedType(step.field.type)).flatMap((on) =>
    fieldsOf(on)
      .filter(leads)
      .flatMap((field) => chainsFrom(schema, { on, field }, depth - 1)),
  );
  return [[step], ...below.map((chain): Chain => [step, ...chain])];
}

/** Some chains as one selection. */
interface Branch {
  readonly step: Step;
  readonly below: Map<string, Branch>;
  /** Whether the plain fields are read here. */
  ends: boolean;
}

function merged(chains: readonly Chain[]): Branch {
  const [[first]] = chains as readonly [Chain];
  const root: Branch = { step: first, below: new Map(), ends: false };
  for (const chain of chains) {
    let here = root;
    for (const step of chain.slice(1)) {
      const key = `${step.on.name}.${step.field.name}`;
      const next: Branch = here.below.get(key) ?? { step, below: new Map(), ends: false };
      here.below.set(key, next);
      here = next;
    }
    here.ends = true;
  }
  return root;
}

/** What stands between the brackets of a field, by "Type.field". */
export type ArgsFor = (name: string) => string;

/** The selection of some chains that begin with the same root field, without the operation around it. */
export function printChains(
  schema: GraphQLSchema,
  chains: readonly Chain[],
  { args, leaves = null }: { readonly args: ArgsFor; readonly leaves?: readonly string[] | null },
): string {
  const only = leaves === null ? null : new Set(leaves);
  return printBranch({ schema, args, only }, merged(chains), (field) => field.name);
}

/** The names of the plain fields at the end of a chain. */
export const leavesOf = (schema: GraphQLSchema, chain: Chain): readonly string[] => [
  ...new Set(
    typesOf(schema, getNamedType(chain.at(-1)!.field.type)).flatMap((on) =>
      plainOf(on, true, null).map(({ name }) => name),
    ),
  ),
];

interface Printing {
  readonly schema: GraphQLSchema;
  readonly args: ArgsFor;
  /** Of the plain fields, only these. */
  readonly only: ReadonlySet<string> | null;
}

type NameOf = (field: Field, on: GraphQLObjectType) => string;

function printBranch(printing: Printing, { step, below, ends }: Branch, nameOf: NameOf): string {
  const { schema, args, only } = printing;
  const type = getNamedType(step.field.type);
  const possible = typesOf(schema, type);
  const spelled = spellingIn(possible);
  const parts = possible.map((on) => {
    const inner = [...below.values()].filter((branch) => branch.step.on === on);
    const fields = [
      ...plainOf(on, ends, only).map((field) => spelled(field, on)),
      ...inner.map((branch) => printBranch(printing, branch, spelled)),
    ];
    if (fields.length === 0) return "";
    return isAbstractType(type) ? `... on ${on.name} { ${fields.join(" ")} }` : fields.join(" ");
  });
  const name = nameOf(step.field, step.on);
  return `${name}${args(`${step.on.name}.${step.field.name}`)} { __typename ${parts.join(" ")} }`;
}

// Who a thing is stands in every selection: an answer is checked by it.
const plainOf = (on: GraphQLObjectType, all: boolean, only: ReadonlySet<string> | null): readonly Field[] =>
  fieldsOf(on).filter((field) => !leads(field) && ((all && (only?.has(field.name) ?? true)) || field.name === "id"));

/** Fields of one name that differ among the types of a union cannot stand beside each other under it. */
function spellingIn(possible: readonly GraphQLObjectType[]): NameOf {
  return (field, on) => {
    const others = possible.flatMap((other) => other.getFields()[field.name] ?? []);
    const same = others.every(({ type }) => String(type) === String(field.type));
    return same ? field.name : `${on.name}_${field.name}: ${field.name}`;
  };
}
