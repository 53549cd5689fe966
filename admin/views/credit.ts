/** Parts of a credit line for a person, e.g. "photographer Ada Lens, agency AFP". */
export const creditText = (parts: readonly { readonly role: string; readonly name: string }[]): string =>
  parts.map(({ role, name }) => `${role} ${name}`).join(", ");
