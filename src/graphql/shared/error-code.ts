import { registerEnumType } from "type-graphql";
import { catalogue, type ErrorCode } from "../../kernel/errors/index.ts";

const codes = Object.keys(catalogue) as ErrorCode[];

/** Every code an error of ours can carry, as an enum of the published schemas. */
export const ErrorCodeEnum = Object.fromEntries(codes.map((code) => [code, code])) as { [Code in ErrorCode]: Code };

/** The enum as it is published. */
export const errorCode = {
  name: "ErrorCode",
  description: "Every code an error can carry, in `extensions.code` or as data. Codes are added, never renamed.",
  values: Object.fromEntries(
    codes.map((code) => [code, { description: `${catalogue[code].says} ${catalogue[code].fix}` }]),
  ),
};

const { name, description, values: valuesConfig } = errorCode;
registerEnumType(ErrorCodeEnum, { name, description, valuesConfig });
