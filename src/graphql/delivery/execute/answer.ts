import {
  getVariableValues,
  GraphQLError,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { expectFewRows, jsonNull, type Answer, type Fault, type Planned } from "../../../delivery/index.ts";
import { DatelineError } from "../../../kernel/errors/index.ts";
import type { DeliveryContext } from "../context.ts";
import { inTurns } from "./in-turns.ts";
import { maxAgeOf } from "./policy.ts";
import { planOf, type RootField, type Setting } from "./root-field.ts";
import { collectFields } from "./selection.ts";

/** A query whose document has been checked. */
export interface CheckedQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: DeliveryContext;
  /** The most rows it may be able to bring, where that is not the usual number. */
  readonly mostRows?: number;
  /** Makes an error fit to leave the process. */
  readonly format: (formatted: GraphQLFormattedError, error: GraphQLError) => GraphQLFormattedError;
}

/** An answer, and the HTTP status of a query that was refused as a whole before anything was asked. */
export interface QueryAnswer {
  /** JSON text; left out where nothing was asked. */
  readonly data?: string;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly refusedWith?: number;
}

/** So many root fields of one operation are asked for side by side. */
const sideBySide = 4;

/** A root field's plan or answer, or what went wrong with it. */
type Attempt<Result> = Result | Error;

/**
 * Answers a query from plans: each root field hands over what is wanted below it, all of them are counted before any
 * is asked, and nothing below them is resolved field by field. Null when its variables do not fit: whoever executes
 * documents by the book tells that.
 */
export async function answerQuery(query: CheckedQuery): Promise<QueryAnswer | null> {
  const { schema, document, operation, context } = query;
  const variableValues = variablesOf(query);
  const parentType = schema.getQueryType();
  if (variableValues === undefined || !parentType) return null;
  const fragments = fragmentsOf(document);
  const setting = { schema, fragments, operation, parentType, variableValues, rootValue: undefined };
  const asked = await Promise.all(
    rootFields(setting).map(async (field) => ({
      field,
      plan: await attempt(() => planOf(field, setting, document, context)),
    })),
  );
  const refusal = refusalOf(
    asked.map(({ plan }) => plan),
    query.mostRows,
  );
  if (refusal !== null) return refused(query, refusal);
  const answers = await inTurns(asked, sideBySide, async ({ field, plan }) => ({
    field,
    answer: plan instanceof Error ? plan : await attempt(() => plan.answer()),
  }));
  context.provenance.maxAge = maxAgeOf(schema, operation, fragments);
  return gathered(query, answers);
}

const noVariables: Readonly<Record<string, unknown>> = {};

/** The values of a query's variables; undefined when they do not fit. */
function variablesOf({ schema, operation, variables }: CheckedQuery): Readonly<Record<string, unknown>> | undefined {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return noVariables;
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: 20 }).coerced;
}

const knownFragments = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const known = knownFragments.get(document);
  if (known !== undefined) return known;
  const all = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const found = Object.fromEntries(all.map((one) => [one.name.value, one]));
  knownFragments.set(document, found);
  return found;
}

const knownRoots = new WeakMap<OperationDefinitionNode, readonly RootField[]>();

// Where nothing is left out or filled in by conditions, they are the same for every request.
function rootFields(setting: Setting): readonly RootField[] {
  const known = knownRoots.get(setting.operation);
  if (known !== undefined) return known;
  const { selectionSet } = setting.operation;
  const fields = setting.parentType.getFields();
  const found = [...collectFields(setting, setting.parentType, [selectionSet])].map(([key, given]) => {
    const nodes = given as unknown as RootField["nodes"];
    return { key, nodes, field: fields[nodes[0].name.value] };
  });
  const plain = selectionSet.selections.every((one) => one.kind === Kind.FIELD && (one.directives ?? []).length === 0);
  if (plain) knownRoots.set(setting.operation, found);
  return found;
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

// An argument that takes no such value is the fault of the whole query; what a root field refuses is its own.
function refusalOf(plans: readonly Attempt<Planned>[], mostRows?: number): Error | null {
  const unfit = plans.find((plan) => plan instanceof GraphQLError);
  if (unfit instanceof Error) return new DatelineError("QUERY_INVALID", { says: unfit.message });
  try {
    expectFewRows(
      plans.filter((plan): plan is Planned => !(plan instanceof Error)),
      mostRows,
    );
    return null;
  } catch (error) {
    return error as Error;
  }
}

function refused({ format }: CheckedQuery, refusal: Error): QueryAnswer {
  const error = new GraphQLError(refusal.message, { originalError: refusal });
  const status = refusal instanceof DatelineError ? refusal.entry.http : 500;
  return { errors: [format(error.toJSON(), error)], refusedWith: status };
}

function gathered(query: CheckedQuery, answers: readonly Answered[]): QueryAnswer {
  // Put together piece by piece: joining would copy all that was found once more.
  let found = "";
  const errors: GraphQLFormattedError[] = [];
  const lost = { all: false };
  for (const { field: root, answer } of answers) {
    const { key, nodes, field } = root;
    const [json, faults] = answer instanceof Error ? [jsonNull, [asFault(answer)]] : [answer.json, answer.faults];
    found += `${found === "" ? "" : ","}"${key}":${json}`;
    errors.push(...faults.map((fault) => told(query, fault, key, nodes)));
    if (field !== undefined && json === jsonNull && isNonNullType(field.type)) lost.all = true;
  }
  const data = lost.all ? jsonNull : `{${found}}`;
  return errors.length === 0 ? { data } : { data, errors };
}

interface Answered {
  readonly field: RootField;
  readonly answer: Attempt<Answer>;
}

/** What went wrong at a root field itself, or below it. */
type Trouble = Pick<Fault, "path" | "cause">;

const asFault = (error: Error): Trouble =>
  "path" in error && Array.isArray(error.path) ? (error as Fault) : { path: [], cause: error };

function told({ format }: CheckedQuery, { path, cause }: Trouble, key: string, nodes: RootField["nodes"]) {
  const original = cause instanceof Error ? cause : new Error(String(cause));
  const error = new GraphQLError(original.message, { nodes, path: [key, ...path], originalError: original });
  return format(error.toJSON(), error);
}
