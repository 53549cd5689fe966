/** The options of a field or an argument that may be absent. */
export const maybe = (description: string) => ({ nullable: true, description });
